package org.danaya.text.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Kind;

/** Writes a unit as lines. */
final class MarkupWriter {

    /** Where the parts are that have lines of their own elsewhere. */
    static final String PARTS = "{…}";

    private static final String STEP = "  ";
    private static final Pattern SHARP = Pattern.compile("#(?= |$)");

    private final Handles handles;
    private final boolean explicit;
    private final List<String> lines = new ArrayList<>();

    private MarkupWriter(Handles handles, boolean explicit) {
        this.handles = handles;
        this.explicit = explicit;
    }

    /**
     * The lines.
     *
     * @param explicit whether paragraphs always say whether they are parts
     */
    static String write(Element unit, Handles handles, boolean explicit) {
        MarkupWriter writer = new MarkupWriter(handles, explicit);
        writer.unit(unit);
        return String.join("\n", writer.lines);
    }

    private void unit(Element unit) {
        head(unit);
        boolean holds = Tree.holdsUnits(unit);
        boolean headed = Tree.headed(unit);
        boolean shown = false;
        for (Element child : unit.elements().toList()) {
            if (Tree.SAYS.contains(child.tag())) {
                child.elements().forEach(block -> own(block, headed && !holds));
            } else if (child.kind() == Kind.HIERARCHY) {
                if (!holds && unit.kind() == Kind.HIERARCHY) {
                    part(child, 0, headed);
                } else if (!shown) {
                    shown = true;
                    gap();
                    lines.add(PARTS);
                }
            } else if (child.kind() != Kind.DOCUMENT && !Tree.HEAD.contains(child.tag())) {
                own(child, false);
            }
        }
        // At the end they lie anyway.
        if (!lines.isEmpty() && lines.getLast().equals(PARTS)) {
            lines.removeLast();
            if (!lines.isEmpty() && lines.getLast().isEmpty()) {
                lines.removeLast();
            }
        }
    }

    private void head(Element unit) {
        Optional<String> number = unit.first("num").map(num -> InlineMarkup.of(num, handles));
        Optional<String> heading =
                unit.first("heading").map(words -> InlineMarkup.of(words, handles));
        if (number.isPresent() || heading.isPresent()) {
            lines.add(
                    ("# " + number.map(words -> words.isEmpty() ? "{}" : words).orElse(""))
                                    .stripTrailing()
                            + heading.map(words -> (" | " + words).stripTrailing()).orElse(""));
        }
        unit.elements("subheading")
                .forEach(words -> lines.add("## " + InlineMarkup.of(words, handles)));
    }

    private void gap() {
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }

    /** Something that a unit says itself. */
    private void own(Element block, boolean marked) {
        gap();
        String line = explicit && marked && block.tag().equals("p") ? "+ " : "";
        block(block, "", line);
    }

    private void block(Element block, String indent, String before) {
        if (isTitle(block) && before.isEmpty() && indent.isEmpty()) {
            lines.add("# " + InlineMarkup.of((Element) block.children().getFirst(), handles));
            return;
        }
        if (block.tag().equals("p") && Tree.said(block).isEmpty()) {
            String words = InlineMarkup.of(block, handles);
            lines.add(indent + before + (before.isEmpty() ? escaped(words) : orNone(words)));
        } else if (block.kind() == Kind.BLOCK) {
            lines.add(
                    indent
                            + before
                            + "{"
                            + Handles.around(block)
                            + "} "
                            + orNone(InlineMarkup.of(block, handles)));
        } else if (TableMarkup.sayable(block)) {
            if (!lines.isEmpty() && lines.getLast().stripLeading().startsWith("|")) {
                lines.add("");
            }
            TableMarkup.write(block, handles).forEach(row -> lines.add(indent + row));
        } else {
            lines.add(indent + "{" + Handles.whole(block) + "}");
        }
    }

    private static boolean isTitle(Element block) {
        return block.tag().equals("p")
                && Tree.said(block).isEmpty()
                && block.children().size() == 1
                && block.children().getFirst() instanceof Element title
                && title.tag().equals("docTitle")
                && Tree.said(title).isEmpty();
    }

    private static String escaped(String words) {
        if (words.isEmpty()) {
            return "{}";
        }
        return LineShape.needsEscape(words) ? "\\" + words : words;
    }

    private static String orNone(String words) {
        return words.isEmpty() ? "{}" : words;
    }

    private void part(Element part, int depth, boolean headed) {
        String indent = STEP.repeat(depth);
        if (depth == 0) {
            gap();
        }
        String begin = begin(part, depth);
        List<Element> said = new ArrayList<>();
        List<Element> after = new ArrayList<>();
        List<Element> parts = new ArrayList<>();
        for (Element child : part.elements().toList()) {
            if (Tree.SAYS.contains(child.tag())) {
                (parts.isEmpty() ? said : after).addAll(child.elements().toList());
            } else if (!Tree.HEAD.contains(child.tag())) {
                parts.add(child);
            }
        }
        boolean plain = isPlainAlinea(part) && depth == 0 && headed && !explicit;
        boolean first = !said.isEmpty() && said.getFirst().kind() == Kind.BLOCK;
        if (first) {
            block(said.removeFirst(), indent, plain ? "" : begin + " ");
        } else {
            lines.add(indent + begin);
        }
        said.forEach(block -> block(block, indent + STEP, ""));
        for (Element below : parts) {
            if (below.kind() == Kind.HIERARCHY) {
                part(below, depth + 1, false);
            } else {
                block(below, indent + STEP, "");
            }
        }
        after.forEach(block -> block(block, indent + STEP, ""));
    }

    private static boolean isPlainAlinea(Element part) {
        return part.tag().equals("alinea")
                && Tree.said(part).isEmpty()
                && part.first("num").isEmpty();
    }

    /** What a line begins with that begins this part. */
    private String begin(Element part, int depth) {
        String number = part.first("num").map(num -> InlineMarkup.of(num, handles)).orElse("");
        if (part.first("num").isEmpty()) {
            return isPlainAlinea(part) ? "¶" : "{" + mark(part) + "} ¶";
        }
        boolean known = LineShape.number(number).filter(number::equals).isPresent();
        String shown =
                known ? number : "#" + orNone(SHARP.matcher(number).replaceAll("\\\\#")) + "#";
        String meant = known ? LineShape.tag(number, depth) : "point";
        return part.tag().equals(meant) && Tree.said(part).isEmpty()
                ? shown
                : "{" + mark(part) + "} " + shown;
    }

    private static String mark(Element part) {
        return Tree.said(part).isEmpty() ? part.tag() : Handles.around(part);
    }
}
