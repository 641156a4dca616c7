package org.danaya.text.docx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.danaya.text.flow.Break;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Mark;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Picture;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;
import org.danaya.text.form.Address;
import org.danaya.text.redline.Piece;
import org.jspecify.annotations.Nullable;

/** Writes what is in paragraphs. */
final class WordsWriter {

    /** What is shown of a picture that says nothing. */
    static final String UNSAID = "□";

    private final Target target;
    private final Links links;
    private final Markup out;
    private final boolean inNote;
    private final Surrounding surrounding;

    /** Where a note is called, for the places of its lines. */
    private Paragraph calling = Paragraph.end();

    WordsWriter(Target target, Links links, Markup out, boolean inNote, Surrounding surrounding) {
        this.target = target;
        this.links = links;
        this.out = out;
        this.inNote = inNote;
        this.surrounding = surrounding;
    }

    /** Writes a paragraph's content, moves with their ranges. */
    void write(Paragraph paragraph) {
        calling = paragraph;
        String away = "";
        String here = "";
        for (Bit bit : paragraph.bits()) {
            if (bit.tracked() == Tracked.MOVED_AWAY && away.isEmpty() && paragraph.from() != 0) {
                away = target.revisions.range(out, "w:moveFromRangeStart", "m" + paragraph.from());
            }
            if (bit.tracked() == Tracked.MOVED_HERE && here.isEmpty() && paragraph.to() != 0) {
                here = target.revisions.range(out, "w:moveToRangeStart", "m" + paragraph.to());
            }
            bit(bit);
        }
        if (!away.isEmpty()) {
            out.empty("w:moveFromRangeEnd", "w:id", away);
        }
        if (!here.isEmpty()) {
            out.empty("w:moveToRangeEnd", "w:id", here);
        }
    }

    private void bit(Bit bit) {
        switch (bit) {
            case Bit.Label(Tracked kind, String text, boolean followed) -> {
                begin(kind);
                out.open("w:r").open("w:rPr");
                out.value("w:rStyle", Look.id(Look.NUMBER)).close();
                out.words(text(kind), text);
                if (followed) {
                    out.empty("w:tab");
                }
                out.close();
                end(kind);
            }
            case Bit.Words(Tracked kind, List<Inline> inlines) ->
                    inlines.forEach(inline -> inline(kind, inline));
            case Bit.Restyled(List<Run> before, List<Run> after) -> restyled(before, after);
            case Bit.Noted(Piece.Noted noted) -> noted(noted);
        }
    }

    private void begin(Tracked kind) {
        if (kind != Tracked.KEPT) {
            target.revisions.open(out, kind.tag());
        }
    }

    private void end(Tracked kind) {
        if (kind != Tracked.KEPT) {
            out.close();
        }
    }

    private static String text(Tracked kind) {
        return kind == Tracked.DELETED ? "w:delText" : "w:t";
    }

    private void inline(Tracked kind, Inline inline) {
        switch (inline) {
            case Run run -> run(kind, run.text(), run.style(), null);
            case Break _ -> {
                begin(kind);
                out.open("w:r").empty("w:br").close();
                end(kind);
            }
            case Picture picture -> {
                String alternative = picture.alternative().replace("][", "] [").strip();
                target.picture(alternative, picture.source());
                String said = alternative.isEmpty() ? UNSAID : alternative;
                begin(kind);
                out.open("w:r").open("w:rPr");
                out.value("w:rStyle", Look.id(Look.PICTURE)).close();
                out.words(text(kind), "[" + said + "]").close();
                end(kind);
            }
            case Note note -> note(kind, note);
        }
    }

    /**
     * @param former how the words looked before, or null where they looked the same
     */
    private void run(Tracked kind, String words, Style style, @Nullable Style former) {
        boolean linked = link(style.href());
        begin(kind);
        out.open("w:r");
        if (!style.marks().isEmpty() || linked || former != null) {
            out.open("w:rPr");
            looks(style);
            if (former != null) {
                target.revisions.open(out, "w:rPrChange").open("w:rPr");
                looks(former);
                out.close().close();
            }
            out.close();
        }
        out.words(text(kind), words).close();
        end(kind);
        if (linked) {
            out.close();
        }
    }

    private boolean link(String href) {
        if (href.isEmpty()) {
            return false;
        }
        Optional<String> outside = Address.outside(href);
        if (outside.isPresent()) {
            out.open("w:hyperlink", "r:id", links.id(outside.get()), "w:history", "1");
        } else {
            out.open("w:hyperlink", "w:anchor", target.anchor(href), "w:history", "1");
        }
        return true;
    }

    private void looks(Style style) {
        if (style.has(Mark.DEFINED)) {
            out.value("w:rStyle", Look.id(Look.DEFINED));
        } else if (!style.href().isEmpty()) {
            out.value("w:rStyle", "Hyperlink");
        }
        if (style.has(Mark.BOLD)) {
            out.empty("w:b");
        }
        if (style.has(Mark.ITALIC)) {
            out.empty("w:i");
        }
        if (style.has(Mark.UNDERLINE)) {
            out.value("w:u", "single");
        }
        if (style.has(Mark.SUPERSCRIPT)) {
            out.value("w:vertAlign", "superscript");
        } else if (style.has(Mark.SUBSCRIPT)) {
            out.value("w:vertAlign", "subscript");
        }
    }

    /** Where a link leads can't be tracked: such words are deleted and inserted. */
    private void restyled(List<Run> before, List<Run> after) {
        boolean led =
                !before.stream()
                        .allMatch(
                                run ->
                                        after.stream()
                                                .allMatch(
                                                        other ->
                                                                other.style()
                                                                        .href()
                                                                        .equals(
                                                                                run.style()
                                                                                        .href())));
        if (led) {
            before.forEach(run -> inline(Tracked.DELETED, run));
            after.forEach(run -> inline(Tracked.INSERTED, run));
            return;
        }
        Deque<Run> former = new ArrayDeque<>(before);
        Deque<Run> later = new ArrayDeque<>(after);
        while (!former.isEmpty() && !later.isEmpty()) {
            Run was = former.pop();
            Run is = later.pop();
            int length = Math.min(was.text().length(), is.text().length());
            rest(former, was, length);
            rest(later, is, length);
            boolean same = was.style().equals(is.style());
            run(
                    Tracked.KEPT,
                    is.text().substring(0, length),
                    is.style(),
                    same ? null : was.style());
        }
    }

    private static void rest(Deque<Run> runs, Run run, int length) {
        if (length < run.text().length()) {
            runs.push(new Run(run.text().substring(length), run.style()));
        }
    }

    private void note(Tracked kind, Note note) {
        if (inNote) {
            String words = String.join(" ", note.lines().stream().map(it -> it.words()).toList());
            run(kind, " [" + words.replace('\n', ' ') + "]", Style.PLAIN, null);
            return;
        }
        Optional<Integer> called = target.notes.call(kind, note, surrounding.in(calling));
        if (called.isPresent()) {
            reference(kind, called.get(), target.notes.numbered(called.get()), note.marker());
        } else {
            note(Tracked.DELETED, note);
            note(Tracked.INSERTED, note);
        }
    }

    private void noted(Piece.Noted noted) {
        Optional<Integer> called = target.notes.call(noted, surrounding.in(calling));
        if (called.isPresent()) {
            boolean numbered = target.notes.numbered(called.get());
            reference(Tracked.KEPT, called.get(), numbered, noted.after().marker());
        } else {
            note(Tracked.DELETED, noted.before());
            note(Tracked.INSERTED, noted.after());
        }
    }

    /** LibreOffice knows a marker's first letter alone: the others follow as words. */
    private void reference(Tracked kind, int id, boolean numbered, String marker) {
        begin(kind);
        out.open("w:r").open("w:rPr").value("w:rStyle", "FootnoteReference").close();
        String number = Integer.toString(id);
        if (numbered) {
            out.empty("w:footnoteReference", "w:id", number);
        } else {
            out.empty("w:footnoteReference", "w:customMarkFollows", "1", "w:id", number);
            int first = Character.charCount(marker.codePointAt(0));
            out.words(text(kind), marker.substring(0, first));
            if (first < marker.length()) {
                out.close().open("w:r").open("w:rPr");
                out.value("w:rStyle", Look.id(Look.MARKER)).close();
                out.words(text(kind), marker.substring(first));
            }
        }
        out.close();
        end(kind);
    }
}
