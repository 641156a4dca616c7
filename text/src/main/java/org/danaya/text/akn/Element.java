package org.danaya.text.akn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An element.
 *
 * @param tag the standard's name, such as {@code article}; for another namespace {@code
 *     {namespace}name}
 * @param attributes by name, in the same way, in alphabetical order
 * @param children in order
 */
public record Element(String tag, Map<String, String> attributes, List<Node> children)
        implements Node {

    /** The address by which a version of a text names its parts. */
    public static final String EID = "eId";

    /** The address that a part keeps from version to version. */
    public static final String WID = "wId";

    public Element {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        children = List.copyOf(children);
    }

    /** An element without attributes. */
    public static Element of(String tag, Node... children) {
        return new Element(tag, Map.of(), List.of(children));
    }

    /** An element without attributes. */
    public static Element of(String tag, List<? extends Node> children) {
        return new Element(tag, Map.of(), List.copyOf(children));
    }

    /** An element without attributes that holds words. */
    public static Element of(String tag, String words) {
        return new Element(tag, Map.of(), words.isEmpty() ? List.of() : List.of(new Words(words)));
    }

    /** The same with an attribute more, or another value of it. */
    public Element with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(name, value);
        return new Element(tag, more, children);
    }

    /** The same without an attribute. */
    public Element without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(attributes);
        fewer.remove(name);
        return new Element(tag, fewer, children);
    }

    /** The same with other children. */
    public Element with(List<? extends Node> others) {
        return new Element(tag, attributes, List.copyOf(others));
    }

    /** The same under another name. */
    public Element named(String other) {
        return new Element(other, attributes, children);
    }

    /** The value of an attribute; empty where there is none. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /** Its address in this version; empty where it has none. */
    public String eId() {
        return attribute(EID);
    }

    /** The address that it keeps from version to version; empty where it has none. */
    public String wId() {
        return attribute(WID);
    }

    /** What part of a text it is. */
    public Kind kind() {
        return Kind.of(tag);
    }

    /** Its children that are elements. */
    public Stream<Element> elements() {
        return children.stream().filter(Element.class::isInstance).map(Element.class::cast);
    }

    /** Its children of one name. */
    public Stream<Element> elements(String name) {
        return elements().filter(child -> child.tag.equals(name));
    }

    /** Its first child of one name. */
    public Optional<Element> first(String name) {
        return elements(name).findFirst();
    }

    /** Itself and all elements below it, in the order of the text. */
    public Stream<Element> all() {
        return Stream.concat(Stream.of(this), elements().flatMap(Element::all));
    }

    /** The same, each element below it (deepest first), and then itself, changed. */
    public Element mapped(UnaryOperator<Element> change) {
        List<Node> changed = new ArrayList<>(children.size());
        for (Node child : children) {
            changed.add(child instanceof Element element ? element.mapped(change) : child);
        }
        return change.apply(with(changed));
    }

    @Override
    public String words() {
        StringBuilder words = new StringBuilder();
        collect(words);
        return words.toString();
    }

    private void collect(StringBuilder words) {
        for (Node child : children) {
            switch (child) {
                case Words text -> words.append(text.words());
                case Element element -> element.collect(words);
            }
        }
    }
}
