package org.danaya.text.html;

import java.util.List;
import java.util.Map;
import org.danaya.text.flow.Break;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Mark;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Picture;
import org.danaya.text.flow.Run;
import org.danaya.text.form.Address;
import org.danaya.text.form.Footnotes;

/** Words within a line as elements. */
final class InlineMarkup {

    private static final Map<Mark, String> TAGS =
            Map.of(
                    Mark.BOLD, "b",
                    Mark.ITALIC, "i",
                    Mark.UNDERLINE, "u",
                    Mark.SUBSCRIPT, "sub",
                    Mark.SUPERSCRIPT, "sup",
                    Mark.DEFINED, "dfn");

    private final Frame frame;
    private final Footnotes notes;

    InlineMarkup(Frame frame, Footnotes notes) {
        this.frame = frame;
        this.notes = notes;
    }

    Footnotes notes() {
        return notes;
    }

    /** The number and words of a line. */
    void line(Markup out, Line line) {
        number(out, line.number());
        if (!line.number().isEmpty() && !line.inlines().isEmpty()) {
            out.words(" ");
        }
        inlines(out, line.inlines());
    }

    void number(Markup out, String number) {
        if (!number.isEmpty()) {
            out.words("span", number, "class", "num");
        }
    }

    /** Words; those that lead to one place are one link. */
    void inlines(Markup out, List<Inline> inlines) {
        String leading = "";
        for (Inline inline : inlines) {
            String href = inline instanceof Run run ? address(run.style().href()) : "";
            if (!href.equals(leading)) {
                if (!leading.isEmpty()) {
                    out.close();
                }
                if (!href.isEmpty()) {
                    out.open("a", "href", href);
                }
                leading = href;
            }
            inline(out, inline);
        }
        if (!leading.isEmpty()) {
            out.close();
        }
    }

    private void inline(Markup out, Inline inline) {
        switch (inline) {
            case Run run -> run(out, run);
            case Break rest -> out.empty("br");
            case Note note -> call(out, notes.call(note));
            case Picture picture -> picture(out, picture);
        }
    }

    private static void run(Markup out, Run run) {
        run.style().marks().forEach(mark -> out.open(TAGS.getOrDefault(mark, "span")));
        out.words(run.text());
        run.style().marks().forEach(mark -> out.close());
    }

    private String address(String href) {
        return Address.inside(href)
                .map(id -> "#" + frame.prefix() + id)
                .or(() -> Address.outside(href))
                .orElse("");
    }

    private void call(Markup out, Footnotes.Called called) {
        String label = frame.legend().say("note", called.label());
        out.open("sup", "class", "call");
        out.words(
                        "a",
                        called.label(),
                        "id",
                        callId(called),
                        "href",
                        "#" + noteId(called),
                        "aria-label",
                        label)
                .close();
    }

    String callId(Footnotes.Called called) {
        return frame.prefix() + "call-" + called.index();
    }

    String noteId(Footnotes.Called called) {
        return frame.prefix() + "note-" + called.index();
    }

    /** A picture isn't fetched: what it shows is told, and where it lies is a link. */
    private void picture(Markup out, Picture picture) {
        String shows =
                picture.alternative().isEmpty()
                        ? frame.legend().say("picture")
                        : frame.legend().say("picture.of", picture.alternative());
        out.open("span", "class", "picture");
        Address.outside(picture.source())
                .ifPresentOrElse(
                        href -> out.words("a", "[" + shows + "]", "href", href),
                        () -> out.words("[" + shows + "]"));
        out.close();
    }
}
