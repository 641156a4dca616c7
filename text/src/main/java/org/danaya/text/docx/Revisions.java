package org.danaya.text.docx;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.danaya.text.docx.part.Markup;

/** Who changed a text and when, and how many changes there are. */
final class Revisions {

    private final String author;
    private final String date;
    private int count;

    Revisions(String author, Instant date) {
        this.author = author;
        this.date = date.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A number that nothing else in the file has. */
    String id() {
        return Integer.toString(++count);
    }

    /** Begins an element that tells of a change. */
    Markup open(Markup out, String tag) {
        return open(out, tag, true);
    }

    /** Begins an element that tells of a change, and of its date or not. */
    Markup open(Markup out, String tag, boolean dated) {
        return out.open(tag, "w:id", id(), "w:author", author, "w:date", dated ? date : "");
    }

    /** An element that tells of a change to what it stands in. */
    void mark(Markup out, Tracked kind) {
        mark(out, kind, true);
    }

    /** An element that tells of a change to what it stands in, and of its date or not. */
    void mark(Markup out, Tracked kind, boolean dated) {
        if (kind != Tracked.KEPT) {
            open(out, kind.tag(), dated).close();
        }
    }

    /** The beginning of an end of a move; the id is for its end. */
    String range(Markup out, String tag, String name) {
        String id = id();
        out.empty(tag, "w:id", id, "w:author", author, "w:date", date, "w:name", name);
        return id;
    }
}
