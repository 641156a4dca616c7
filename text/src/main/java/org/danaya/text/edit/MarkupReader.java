package org.danaya.text.edit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Kind;
import org.danaya.text.akn.Node;

/**
 * Reads the lines of a unit. Whatever was typed is read, and every word of it kept; only what leads
 * nowhere is refused.
 */
final class MarkupReader {

    private static final Pattern LINE = Pattern.compile("\r\n|\r|\n");
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cntrl}\\p{Cs}\ufffe\uffff&&[^\t]]");
    private static final Pattern MARK = Pattern.compile("\\{(\\w{1,60}(?: [0-9a-f]{6})?)\\} ?");
    private static final Pattern PARTS = Pattern.compile("\\{(?:…|\\.\\.\\.)\\}");
    private static final int DEEPEST = 9;

    private final Element unit;
    private final Handles handles;
    private final boolean parts;
    private final UnitBuilder builder;
    private final List<String> rows = new ArrayList<>();
    private int rowsDepth;
    private boolean begun;

    private MarkupReader(Element unit, Handles handles) {
        this.unit = unit;
        this.handles = handles;
        this.parts = unit.kind() == Kind.HIERARCHY || unit.tag().endsWith("ody");
        this.builder = new UnitBuilder(unit);
    }

    /**
     * The unit with what lines say in place of what it says.
     *
     * @throws TextFault {@code text.edit.large} (its length, the limit), {@code text.edit.mark},
     *     {@code text.edit.reference}, {@code text.edit.address} (each: what leads nowhere), {@code
     *     text.edit.words} (where only a number and a heading may be), {@code text.edit.parts}
     */
    static Element read(Element unit, String typed, Handles handles) {
        if (typed.length() > PartMarkup.LARGEST) {
            throw new TextFault("text.edit.large", typed.length(), PartMarkup.LARGEST);
        }
        MarkupReader reader = new MarkupReader(unit, handles);
        String clean = Normalizer.normalize(typed, Normalizer.Form.NFC);
        LINE.splitAsStream(clean)
                .map(line -> FORBIDDEN.matcher(line).replaceAll("").replace("\t", "  "))
                .forEach(reader::line);
        reader.table();
        return reader.builder.built();
    }

    private void line(String line) {
        String words = line.strip();
        int depth = Math.min((line.length() - line.stripLeading().length()) / 2, DEEPEST);
        if (words.startsWith("|") && (rows.isEmpty() || depth == rowsDepth)) {
            rowsDepth = depth;
            rows.add(words);
            return;
        }
        table();
        if (words.isEmpty()) {
            return;
        }
        if (PARTS.matcher(words).matches() && builder.placeParts()) {
            return;
        }
        if (!begun && head(words)) {
            return;
        }
        begun = true;
        said(words, depth);
    }

    private void table() {
        if (!rows.isEmpty()) {
            begun = true;
            Element table = TableMarkup.read(rows, handles);
            if (table.first("tr").isPresent()) {
                builder.say(table, rowsDepth, false);
            } else {
                rows.forEach(row -> builder.say(block(row), rowsDepth, true));
            }
            rows.clear();
        }
    }

    private boolean head(String words) {
        boolean mayHave = Tree.isPart(unit);
        if (mayHave && words.startsWith("## ")) {
            builder.head.add(InlineReading.read("subheading", words.substring(3), handles));
            return true;
        }
        if (!mayHave || !words.startsWith("# ") || !builder.head.isEmpty()) {
            return false;
        }
        String rest = words.substring(2).strip();
        int bar = bar(rest);
        String number = (bar < 0 ? rest : rest.substring(0, bar)).strip();
        if (!number.isEmpty()) {
            builder.head.add(InlineReading.read("num", number, handles));
        }
        if (bar >= 0) {
            builder.head.add(
                    InlineReading.read("heading", rest.substring(bar + 1).strip(), handles));
        }
        return true;
    }

    private static int bar(String words) {
        for (int at = 0; at < words.length(); at++) {
            if (words.charAt(at) == '\\') {
                at++;
            } else if (words.charAt(at) == '|') {
                return at;
            }
        }
        return -1;
    }

    private void said(String words, int depth) {
        if (unit.kind() != Kind.HIERARCHY && words.startsWith("# ")) {
            builder.say(
                    Element.of("p", InlineReading.read("docTitle", words.substring(2), handles)),
                    depth,
                    false);
            return;
        }
        Matcher mark = MARK.matcher(words);
        if (mark.lookingAt() && marked(mark.group(1), words.substring(mark.end()), depth)) {
            return;
        }
        if (words.equals("+") || words.startsWith("+ ")) {
            builder.say(block(words.substring(1).strip()), depth, false);
        } else if (!parts || !part(words, depth, Optional.empty())) {
            builder.say(block(words), depth, true);
        }
    }

    /** What begins with a mark; false where it is no mark. */
    private boolean marked(String mark, String rest, int depth) {
        if (mark.indexOf(' ') < 0) {
            boolean isPart = Kind.of(mark) == Kind.HIERARCHY && parts;
            return isPart && part(rest, depth, Optional.of(Element.of(mark)));
        }
        Element marked = handles.marked(mark);
        boolean around = handles.isAround(mark);
        if (around && marked.kind() == Kind.HIERARCHY) {
            return parts && part(rest, depth, Optional.of(marked));
        }
        if (around && marked.kind() == Kind.BLOCK && !Tree.HEAD.contains(marked.tag())) {
            builder.say(block("{" + mark + "} " + rest), depth, true);
            return true;
        }
        boolean block = !around && isBlock(marked);
        if (block && rest.isEmpty()) {
            builder.say(marked, depth, false);
        }
        return block && rest.isEmpty();
    }

    private static boolean isBlock(Element element) {
        return switch (element.kind()) {
            case TABLE -> element.tag().equals("table");
            case CONTAINER ->
                    switch (element.tag()) {
                        case "blockList",
                                "blockContainer",
                                "tblock",
                                "toc",
                                "ul",
                                "ol",
                                "block",
                                "citations",
                                "recitals",
                                "citation",
                                "recital",
                                "formula",
                                "longTitle",
                                "container",
                                "div" ->
                                true;
                        default -> false;
                    };
            case FOREIGN -> true;
            default -> false;
        };
    }

    /** A line that begins a part; false where it begins none. */
    private boolean part(String words, int depth, Optional<Element> as) {
        Optional<String> known = LineShape.number(words);
        Optional<String> other = known.isPresent() ? known : LineShape.otherNumber(words);
        Element part;
        String rest;
        if (known.isPresent()) {
            Element tag =
                    as.orElseGet(
                            () -> Element.of(LineShape.tag(known.get(), builder.depth(depth))));
            part = tag.with(List.of(Element.of("num", known.get())));
            rest = words.substring(known.get().length());
        } else if (other.isPresent()) {
            part =
                    as.orElseGet(() -> Element.of("point"))
                            .with(List.of(InlineReading.read("num", other.get(), handles)));
            rest = words.substring(other.get().length() + 2);
        } else if (words.startsWith("¶")) {
            part = as.orElseGet(() -> Element.of("alinea"));
            rest = words.substring(1);
        } else {
            return false;
        }
        builder.begin(part, depth);
        if (!rest.isBlank()) {
            builder.say(block(rest.strip()), builder.depth(depth) + 1, false);
        }
        return true;
    }

    private Element block(String words) {
        Matcher mark = MARK.matcher(words);
        if (mark.lookingAt() && mark.group(1).indexOf(' ') > 0) {
            Element marked = handles.marked(mark.group(1));
            if (handles.isAround(mark.group(1)) && marked.kind() == Kind.BLOCK) {
                List<Node> said =
                        InlineReading.read("p", words.substring(mark.end()), handles).children();
                return marked.with(said);
            }
        }
        return InlineReading.read("p", words, handles);
    }

    /** Paragraphs on one line. */
    static List<Element> paragraphs(String words, Handles handles) {
        List<Element> paragraphs = new ArrayList<>();
        int begin = 0;
        int nested = 0;
        for (int at = 0; at < words.length(); at++) {
            switch (words.charAt(at)) {
                case '\\' -> at++;
                case '[' -> nested++;
                case ']' -> nested--;
                case '¶' -> {
                    if (nested <= 0) {
                        paragraphs.add(paragraph(words.substring(begin, at), handles));
                        begin = at + 1;
                    }
                }
                default -> {}
            }
        }
        paragraphs.add(paragraph(words.substring(begin), handles));
        return paragraphs;
    }

    private static Element paragraph(String words, Handles handles) {
        return InlineReading.read("p", words.strip(), handles);
    }
}
