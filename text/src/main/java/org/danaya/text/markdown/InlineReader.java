package org.danaya.text.markdown;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.danaya.text.TextFault;
import org.danaya.text.flow.Break;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Mark;
import org.danaya.text.flow.Picture;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;
import org.danaya.text.form.Address;

/** Words of Markdown as words of a line. */
final class InlineReader {

    private static final Pattern SPACES = Pattern.compile("[ \\t\\n\\r\\f\\x0b]+");

    private static final Map<String, Mark> TAGS =
            Map.of(
                    "b", Mark.BOLD,
                    "strong", Mark.BOLD,
                    "i", Mark.ITALIC,
                    "em", Mark.ITALIC,
                    "u", Mark.UNDERLINE,
                    "sub", Mark.SUBSCRIPT,
                    "sup", Mark.SUPERSCRIPT,
                    "dfn", Mark.DEFINED);

    private final Source source;
    private final NoteReader notes;

    InlineReader(Source source, NoteReader notes) {
        this.source = source;
        this.notes = notes;
    }

    /**
     * A line of a paragraph.
     *
     * @param label that it begins with; may be empty
     * @param goesOn whether others of the paragraph stand before it
     */
    record Labelled(String label, boolean goesOn, List<Inline> inlines) {}

    /** The words in a node. */
    List<Inline> of(Node parent) {
        Reading reading = new Reading();
        reading.children(parent, Style.PLAIN, 0);
        return reading.inlines;
    }

    /** The lines of a paragraph, the first of which begins with a label, or with none. */
    List<Labelled> lines(Node paragraph, String label) {
        Reading reading = new Reading();
        reading.label = label;
        reading.children(paragraph, Style.PLAIN, 0);
        reading.end("");
        return reading.lines;
    }

    /** With single spaces, in form C. */
    static String single(String text) {
        return Normalizer.normalize(
                SPACES.matcher(text.replace("\0", "")).replaceAll(" "), Normalizer.Form.NFC);
    }

    /** One paragraph that is being read. */
    private final class Reading {

        private final List<Labelled> lines = new ArrayList<>();
        private List<Inline> inlines = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private String label = "";

        void children(Node parent, Style style, int deep) {
            if (deep > MarkdownReader.DEEPEST) {
                throw new TextFault("text.markdown.deep", MarkdownReader.DEEPEST);
            }
            int before = open.size();
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                inline(node, style, deep);
            }
            while (open.size() > before) {
                open.removeLast();
            }
        }

        private void inline(Node node, Style style, int deep) {
            switch (node) {
                case Text text -> run(text.getLiteral(), style);
                case Code code -> run(code.getLiteral(), style);
                case Emphasis italic -> children(italic, style.with(Mark.ITALIC), deep + 1);
                case StrongEmphasis bold -> children(bold, style.with(Mark.BOLD), deep + 1);
                case HardLineBreak line -> inlines.add(new Break());
                case SoftLineBreak line -> soft(line, style, deep);
                case HtmlInline tag -> tag(tag, style);
                case Image image -> picture(image);
                case Link link -> link(link, style, deep);
                case FootnoteReference reference ->
                        notes.note(reference)
                                .ifPresentOrElse(
                                        inlines::add,
                                        () ->
                                                run(
                                                        reference.getLabel(),
                                                        style.with(Mark.SUPERSCRIPT)));
                default -> children(node, style, deep + 1);
            }
        }

        private void soft(SoftLineBreak line, Style style, int deep) {
            Node next = line.getNext();
            String begins =
                    deep == 0 && next instanceof Text ? Marker.label(source.from(next)) : "";
            if (begins.isEmpty()) {
                run(" ", style);
            } else {
                end(begins);
            }
        }

        private void end(String next) {
            lines.add(new Labelled(label, !lines.isEmpty(), Tidy.without(label, inlines)));
            inlines = new ArrayList<>();
            label = next;
        }

        private void run(String text, Style style) {
            Style marked = style;
            for (String tag : open) {
                Mark mark = TAGS.get(tag);
                marked = mark == null ? marked : marked.with(mark);
            }
            if (!text.isEmpty()) {
                inlines.add(new Run(text, marked));
            }
        }

        private void tag(HtmlInline node, Style style) {
            String typed = node.getLiteral();
            String name = typed.replaceAll("^</?|\\s*/?>$", "").toLowerCase(Locale.ROOT);
            boolean closing = typed.startsWith("</");
            if (name.equals("br")) {
                inlines.add(new Break());
            } else if (TAGS.containsKey(name) && !closing && open.size() < MarkdownReader.DEEPEST) {
                open.add(name);
            } else if (closing && open.contains(name)) {
                open.remove(open.lastIndexOf(name));
            } else {
                source.remark(Remark.Kind.HTML, node, typed);
                run(typed, style);
            }
        }

        private void link(Link link, Style style, int deep) {
            String href = link.getDestination();
            boolean leads = Address.inside(href).or(() -> Address.outside(href)).isPresent();
            if (!leads) {
                source.remark(Remark.Kind.ADDRESS, link, href);
            }
            children(link, leads ? style.to(href) : style, deep + 1);
        }

        private void picture(Image image) {
            StringBuilder words = new StringBuilder();
            for (Inline inline : of(image)) {
                words.append(inline.text());
            }
            String shows = single(words.toString()).strip();
            inlines.add(new Picture(single(image.getDestination()).strip(), shows));
        }
    }
}
