package org.danaya.text.flow;

import java.util.ArrayList;
import java.util.List;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Node;
import org.danaya.text.akn.Words;

/** Writes the words of lines, and tables, as elements. */
final class TreeInlines {

    /** What a paragraph is that only looks like a heading, or stands above a table. */
    static final String CLASS = "class";

    private TreeInlines() {}

    /** {@code num} and {@code heading}, each where there is something to say. */
    static List<Element> head(String number, List<Inline> heading) {
        List<Element> head = new ArrayList<>();
        if (!number.isEmpty()) {
            head.add(Element.of("num", number));
        }
        if (!heading.isEmpty()) {
            head.add(words("heading", heading));
        }
        return head;
    }

    /** {@code p}; its number, where it opens no part, is its first word. */
    static Element paragraph(Line line) {
        List<Inline> inlines = new ArrayList<>();
        if (!line.number().isEmpty()) {
            inlines.add(Run.of(line.number() + (line.inlines().isEmpty() ? "" : " ")));
        }
        inlines.addAll(line.inlines());
        return switch (line.role()) {
            case TITLE -> Element.of("p", Element.of("docTitle", nodes(inlines)));
            case CROSS_HEADING, CAPTION ->
                    words("p", inlines)
                            .with(CLASS, line.role() == Role.CAPTION ? "caption" : "heading");
            case FRONT, HEADING, BODY, CONTENTS -> words("p", inlines);
        };
    }

    /** An element that holds the words. */
    static Element words(String tag, List<Inline> inlines) {
        return Element.of(tag, nodes(inlines));
    }

    static Element table(Grid grid, List<Inline> caption) {
        List<Element> children = new ArrayList<>();
        if (!caption.isEmpty()) {
            children.add(words("caption", caption));
        }
        for (Grid.Row row : grid.rows()) {
            children.add(
                    Element.of(
                            "tr",
                            row.cells().stream().map(cell -> cell(cell, row.head())).toList()));
        }
        return Element.of("table", children);
    }

    private static Element cell(Grid.Cell cell, boolean head) {
        List<Element> lines =
                cell.lines().stream()
                        .filter(line -> !line.inlines().isEmpty() || !line.number().isEmpty())
                        .map(TreeInlines::paragraph)
                        .toList();
        Element element = Element.of(head ? "th" : "td", lines);
        element =
                cell.columns() > 1
                        ? element.with("colspan", Integer.toString(cell.columns()))
                        : element;
        return cell.rows() > 1 ? element.with("rowspan", Integer.toString(cell.rows())) : element;
    }

    private static List<Node> nodes(List<Inline> inlines) {
        List<Node> nodes = new ArrayList<>();
        for (Inline inline : inlines) {
            nodes.add(
                    switch (inline) {
                        case Run run -> styled(run);
                        case Note note -> note(note);
                        case Break _ -> Element.of("br");
                        case Picture picture ->
                                Element.of("img")
                                        .with("src", picture.source())
                                        .with("alt", picture.alternative());
                    });
        }
        return nodes;
    }

    private static Node styled(Run run) {
        Node node = new Words(run.text());
        for (Mark mark : run.style().marks()) {
            node =
                    Element.of(
                            switch (mark) {
                                case BOLD -> "b";
                                case ITALIC -> "i";
                                case UNDERLINE -> "u";
                                case SUBSCRIPT -> "sub";
                                case SUPERSCRIPT -> "sup";
                                case DEFINED -> "def";
                            },
                            node);
        }
        String href = run.style().href();
        return href.isEmpty()
                ? node
                : Element.of(href.startsWith("#") ? "ref" : "a", node).with("href", href);
    }

    private static Element note(Note note) {
        List<Element> lines = note.lines().stream().map(TreeInlines::paragraph).toList();
        Element element =
                Element.of("authorialNote", lines.isEmpty() ? List.of(Element.of("p")) : lines)
                        .with("placement", "bottom");
        return note.marker().isEmpty() ? element : element.with("marker", note.marker());
    }
}
