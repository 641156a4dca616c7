package org.danaya.text.markdown;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.danaya.text.flow.Break;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Mark;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Picture;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;
import org.danaya.text.form.Address;
import org.danaya.text.form.Footnotes;

/** Words of a line as Markdown. */
final class InlineWriter {

    private static final Map<Mark, String> TAGS =
            Map.of(
                    Mark.BOLD, "b",
                    Mark.ITALIC, "i",
                    Mark.UNDERLINE, "u",
                    Mark.SUBSCRIPT, "sub",
                    Mark.SUPERSCRIPT, "sup",
                    Mark.DEFINED, "dfn");

    private final Footnotes notes;

    InlineWriter(Footnotes notes) {
        this.notes = notes;
    }

    /** The words of a line with its number before them. */
    static List<Inline> numbered(Line line) {
        List<Inline> all = new ArrayList<>();
        if (!line.number().isEmpty()) {
            all.add(Run.of(line.inlines().isEmpty() ? line.number() : line.number() + " "));
        }
        all.addAll(line.inlines());
        return Tidy.line(all);
    }

    /** Words with a mark more. */
    static List<Inline> marked(List<Inline> inlines, Mark mark) {
        return inlines.stream()
                .map(
                        inline ->
                                inline instanceof Run run
                                        ? new Run(run.text(), run.style().with(mark))
                                        : inline)
                .toList();
    }

    /**
     * Words.
     *
     * @param one whether they stay on one line
     */
    String words(List<Inline> inlines, boolean one) {
        StringBuilder words = new StringBuilder();
        for (Inline inline : Tidy.line(inlines)) {
            switch (inline) {
                case Run run -> run(run, words);
                case Break rest -> words.append(one ? "<br>" : "\\\n");
                case Note note -> words.append("[^").append(notes.call(note).index()).append(']');
                case Picture picture -> picture(picture, words);
            }
        }
        return words.toString();
    }

    private static void run(Run run, StringBuilder words) {
        String href = address(run.style());
        if (!href.isEmpty()) {
            words.append('[');
        }
        String said = Normalizer.normalize(run.text(), Normalizer.Form.NFC);
        boolean edged = edged(said) && (words.isEmpty() || words.charAt(words.length() - 1) != '*');
        StringBuilder after = new StringBuilder();
        for (Mark mark : run.style().marks()) {
            boolean stars = edged && (mark == Mark.BOLD || mark == Mark.ITALIC) && onlyStars(run);
            String signs = mark == Mark.BOLD ? "**" : "*";
            String tag = TAGS.getOrDefault(mark, "u");
            words.append(stars ? signs : "<" + tag + ">");
            after.insert(0, stars ? signs : "</" + tag + ">");
        }
        Escape.words(said, words);
        words.append(after);
        if (!href.isEmpty()) {
            words.append("](<").append(href).append(">)");
        }
    }

    private static String address(Style style) {
        String href = style.href();
        return Address.inside(href).isPresent() || Address.outside(href).isPresent()
                ? Escape.address(href)
                : "";
    }

    /** Whether stars around words are sure to be read as marks. */
    private static boolean edged(String words) {
        return Character.isLetterOrDigit(words.codePointAt(0))
                && Character.isLetterOrDigit(words.codePointBefore(words.length()));
    }

    private static boolean onlyStars(Run run) {
        return run.style().marks().stream()
                .allMatch(mark -> mark == Mark.BOLD || mark == Mark.ITALIC);
    }

    private static void picture(Picture picture, StringBuilder words) {
        words.append("![");
        Escape.words(InlineReader.single(picture.alternative()).strip(), words);
        String source = InlineReader.single(picture.source()).strip();
        words.append("](<").append(Escape.address(source)).append(">)");
    }
}
