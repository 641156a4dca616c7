package org.danaya.evtx;

import java.util.ArrayList;
import java.util.List;
import org.danaya.evtx.Node.Attribute;
import org.danaya.evtx.Node.Element;

/**
 * Builds the tree of an event that a compiled template can't say: fragments without a template, XML
 * inside values, text around substitutions. What it builds is bounded by a budget for each event.
 */
final class Materializer {

    /** A built element and where the instance that it comes from ends. */
    record Built(Element element, int end) {}

    /** Nodes and bytes of values that one event may come to; a record has 64 KiB. */
    private static final int BUDGET = 1 << 20;

    private static final int COST_OF_NODE = 16;

    private final byte[] chunk;
    private final int limit;
    private final Templates templates;
    private int budget = BUDGET;

    Materializer(byte[] chunk, int limit, Templates templates) {
        this.chunk = chunk;
        this.limit = limit;
        this.templates = templates;
    }

    /** The first element of a fragment. */
    Element fragment(int from, int to, int depth) throws Malformed {
        spend(0, depth);
        return new XmlParser(chunk, limit, depth, templates.endSpaces(), this)
                .parse(from, from, to, dependencies(from, to));
    }

    /**
     * Starts of elements outside of definitions have no dependency in what Windows writes. Where
     * the size and the name's place would make no sense without one, there is one.
     */
    private boolean dependencies(int from, int to) {
        int at = from;
        if (to - at > 4 && chunk[at] == XmlParser.FRAGMENT_HEADER) {
            at += 4;
        }
        if (to - at < 11 || (chunk[at] & 0x3F) != 1) {
            return false;
        }
        int size = Bytes.i32(chunk, at + 1);
        int name = Bytes.i32(chunk, at + 5);
        return size < 0 || size > to - at || name < 0 || name > limit - 8;
    }

    /** A template instance; {@code at} is behind its token. */
    Built instance(int at, int end, int depth) throws Malformed {
        spend(0, depth);
        Template template = templates.of(at, end);
        Slots slots = new Slots(templates.endSpaces());
        int after = slots.read(chunk, Templates.values(chunk, at, end), end);
        return new Built(element(template.tree(), slots, depth), after);
    }

    private Element element(Element definition, Slots slots, int depth) throws Malformed {
        spend(0, depth);
        Element built = new Element(definition.name());
        for (Attribute attribute : definition.attributes()) {
            Attribute copy = new Attribute(attribute.name(), new ArrayList<>(1));
            for (Node node : attribute.value()) {
                put(node, slots, copy.value(), depth, false);
            }
            built.attributes().add(copy);
        }
        for (Node node : definition.children()) {
            put(node, slots, built.children(), depth, true);
        }
        return built;
    }

    private void put(Node node, Slots slots, List<Node> target, int depth, boolean elements)
            throws Malformed {
        switch (node) {
            case Node.Text text -> {
                spend(text.text().length(), depth);
                target.add(text);
            }
            case Node.Value value -> {
                spend(value.size(), depth);
                target.add(value);
            }
            case Element element -> target.add(element(element, slots, depth + 1));
            case Node.Substitution substitution -> {
                int slot = substitution.slot();
                if (slots.isEmpty(chunk, slot)) {
                    return;
                }
                int from = slots.from(slot);
                int size = slots.size(slot);
                if (slots.type(slot) == ValueType.XML && elements) {
                    target.add(fragment(from, from + size, depth + 1));
                } else {
                    spend(size, depth);
                    target.add(new Node.Value(chunk, slots.type(slot), from, size));
                }
            }
        }
    }

    private void spend(int bytes, int depth) throws Malformed {
        budget -= COST_OF_NODE + bytes;
        if (budget < 0 || depth > XmlParser.MAX_DEPTH) {
            throw new Malformed(Cause.TOO_LARGE);
        }
    }
}
