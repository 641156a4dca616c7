package org.danaya.text.edit;

import java.util.ArrayList;
import java.util.List;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Kind;
import org.danaya.text.akn.Node;

/** What a part holds, one after the other: blocks of its own words, and parts. */
final class Items {

    private Items() {}

    /** All of it, from top to bottom, without number and headings. */
    static List<Node> of(Element part) {
        List<Node> items = new ArrayList<>();
        for (Element child : part.elements().toList()) {
            if (Tree.SAYS.contains(child.tag())) {
                items.addAll(child.elements().toList());
            } else if (!Tree.HEAD.contains(child.tag())) {
                items.add(child);
            }
        }
        return items;
    }

    /**
     * The same as a part's children: words before its parts, its parts, words after them; words
     * between parts are a part of their own.
     */
    static List<Node> assembled(List<Node> items) {
        int first = 0;
        while (first < items.size() && !amongParts(items.get(first))) {
            first++;
        }
        if (first == items.size()) {
            return items.isEmpty() ? List.of() : List.of(Element.of("content", items));
        }
        int last = items.size();
        while (!amongParts(items.get(last - 1))) {
            last--;
        }
        List<Node> children = new ArrayList<>();
        if (first > 0) {
            children.add(Element.of("intro", items.subList(0, first)));
        }
        List<Node> between = new ArrayList<>();
        for (Node item : items.subList(first, last)) {
            if (amongParts(item)) {
                flush(between, children);
                children.add(item);
            } else {
                between.add(item);
            }
        }
        if (last < items.size()) {
            children.add(Element.of("wrapUp", items.subList(last, items.size())));
        }
        return children;
    }

    private static void flush(List<Node> between, List<Node> children) {
        if (!between.isEmpty()) {
            children.add(Element.of("alinea", Element.of("content", List.copyOf(between))));
            between.clear();
        }
    }

    private static boolean amongParts(Node item) {
        return item instanceof Element element
                && (element.kind() == Kind.HIERARCHY
                        || element.tag().equals("crossHeading")
                        || element.tag().equals("componentRef"));
    }

    /** A part's number and headings. */
    static List<Element> head(Element part) {
        return part.elements().filter(child -> Tree.HEAD.contains(child.tag())).toList();
    }

    /** A part that holds other items. */
    static Element with(Element part, List<Node> items) {
        List<Node> children = new ArrayList<>(head(part));
        children.addAll(assembled(items));
        return part.with(children);
    }
}
