package org.danaya.text.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.danaya.text.TextFault;
import org.danaya.text.akn.Element;
import org.danaya.text.akn.Kind;
import org.danaya.text.akn.Node;
import org.danaya.text.flow.FlowReader;
import org.jspecify.annotations.Nullable;

/** Finds and changes parts of a tree by their addresses. */
final class Tree {

    /** What a part begins with. */
    static final Set<String> HEAD = Set.of("num", "heading", "subheading");

    /** What holds a part's own words. */
    static final Set<String> SAYS = Set.of("content", "intro", "wrapUp");

    private static final Set<String> IDS = Set.of(Element.EID, Element.WID, "GUID");

    private Tree() {}

    /** Whether a part has a line of its own for its number and heading. */
    static boolean headed(Element part) {
        return FlowReader.isHeaded(part.tag())
                || part.first("heading").isPresent()
                || part.tag().equals("attachment");
    }

    /** Whether parts with lines of their own lie in a part. */
    static boolean holdsUnits(Element part) {
        return part.elements()
                .filter(Tree::isPart)
                .anyMatch(below -> headed(below) || holdsUnits(below));
    }

    static boolean isPart(Element element) {
        return element.kind() == Kind.HIERARCHY || element.tag().equals("attachment");
    }

    /** The element of an address. */
    static Optional<Element> find(Element root, String address) {
        int cut = address.indexOf(Unit.CONTAINER);
        if (cut < 0) {
            return address.isEmpty()
                    ? Optional.empty()
                    : root.all().filter(e -> isPart(e) && e.wId().equals(address)).findFirst();
        }
        Optional<Element> owner =
                cut == 0 ? Optional.of(root) : find(root, address.substring(0, cut));
        return owner.flatMap(Tree::document)
                .flatMap(document -> document.first(address.substring(cut + 1)));
    }

    private static Optional<Element> document(Element owner) {
        return owner.elements().filter(child -> child.kind() == Kind.DOCUMENT).findFirst();
    }

    /**
     * The element of an address.
     *
     * @throws TextFault {@code text.edit.gone} (the address)
     */
    static Element get(Element root, String address) {
        return find(root, address).orElseThrow(() -> new TextFault("text.edit.gone", address));
    }

    /** The tree with another element at an address. */
    static Element with(Element root, String address, UnaryOperator<Element> change) {
        int cut = address.indexOf(Unit.CONTAINER);
        if (cut < 0) {
            return around(
                    root,
                    address,
                    (around, at) -> {
                        List<Node> children = new ArrayList<>(around.children());
                        children.set(at, change.apply((Element) children.get(at)));
                        return around.with(children);
                    });
        }
        String tag = address.substring(cut + 1);
        UnaryOperator<Element> inDocument = owner -> inDocument(owner, tag, change);
        return cut == 0
                ? inDocument.apply(root)
                : with(root, address.substring(0, cut), inDocument);
    }

    private static Element inDocument(Element owner, String tag, UnaryOperator<Element> change) {
        return mapped(
                owner,
                document ->
                        document.kind() == Kind.DOCUMENT
                                ? mapped(
                                        document,
                                        child ->
                                                child.tag().equals(tag)
                                                        ? change.apply(child)
                                                        : child)
                                : document);
    }

    private static Element mapped(Element element, UnaryOperator<Element> change) {
        return element.with(
                element.children().stream()
                        .map(node -> node instanceof Element child ? change.apply(child) : node)
                        .toList());
    }

    /**
     * The tree with another element around a part.
     *
     * @param change given the element around the part, and its place among the children
     */
    static Element around(Element root, String wId, BiFunction<Element, Integer, Element> change) {
        Element changed = within(root, wId, change);
        if (changed == null) {
            throw new TextFault("text.edit.gone", wId);
        }
        return changed;
    }

    private static @Nullable Element within(
            Element element, String wId, BiFunction<Element, Integer, Element> change) {
        for (int at = 0; at < element.children().size(); at++) {
            if (!(element.children().get(at) instanceof Element child)) {
                continue;
            }
            if (isPart(child) && child.wId().equals(wId)) {
                return change.apply(element, at);
            }
            if (child.kind() == Kind.META) {
                continue;
            }
            Element changed = within(child, wId, change);
            if (changed != null) {
                List<Node> children = new ArrayList<>(element.children());
                children.set(at, changed);
                return element.with(children);
            }
        }
        return null;
    }

    /** The element around a part. */
    static Element parent(Element root, String wId) {
        List<Element> found = new ArrayList<>(1);
        around(
                root,
                wId,
                (around, _) -> {
                    found.add(around);
                    return around;
                });
        return found.getFirst();
    }

    /** The same without names, all the way down. */
    static Element nameless(Element element) {
        return element.mapped(
                each -> {
                    Element bare = each;
                    for (String id : IDS) {
                        bare = bare.attributes().containsKey(id) ? bare.without(id) : bare;
                    }
                    return bare;
                });
    }

    /** Its attributes but its names. */
    static Set<String> said(Element element) {
        return element.attributes().keySet().stream()
                .filter(name -> !IDS.contains(name))
                .collect(Collectors.toSet());
    }

    /** The same without the notes in it. */
    static Element withoutNotes(Element element) {
        return element.mapped(
                each -> each.tag().equals("authorialNote") ? each.with(List.of()) : each);
    }
}
