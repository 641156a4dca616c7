package org.danaya.evtx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.danaya.evtx.Node.Attribute;
import org.danaya.evtx.Node.Element;

/**
 * From a tree to a {@link JsonProgram}: the one place that decides the JSON's shape. A tree with
 * its values in place gives a program of literal bytes only.
 */
final class JsonCompiler {

    /** The template means something that no instruction says. */
    private static final class Irregular extends Exception {

        private static final long serialVersionUID = 1;

        Irregular() {
            super(null, null, false, false);
        }
    }

    private final Element tree;
    private final Utf8 literals = new Utf8();
    private final Set<String> rootMembers = new HashSet<>();
    private int[] code = new int[64];
    private int length;
    private int flushed;
    private int[] uses = new int[32];
    private int slots;
    private int childSlot = -1;
    private String around = "";

    /** What the last instruction writes, if anything, needs a comma behind it. */
    private boolean afterChild;

    JsonCompiler(Element tree) {
        this.tree = tree;
    }

    JsonProgram compile() {
        try {
            value(tree, true, "null");
            flush();
            return program(true);
        } catch (Irregular e) {
            length = 0;
            literals.clear();
            childSlot = -1;
            return program(false);
        }
    }

    private JsonProgram program(boolean regular) {
        return new JsonProgram(
                literals.copy(),
                Arrays.copyOf(code, length),
                Arrays.copyOf(uses, slots),
                childSlot,
                around,
                rootMembers.toArray(new String[0]),
                regular);
    }

    private void value(Element element, boolean withAttributes, String empty) throws Irregular {
        List<Attribute> attributes = withAttributes ? shown(element) : List.of();
        boolean dynamic = false;
        for (Attribute attribute : attributes) {
            dynamic |= Node.substitutions(attribute.value()) > 0;
        }
        if (element.hasElements()) {
            object(element, attributes, dynamic);
            return;
        }
        int substitutions = Node.substitutions(element.children());
        int slot = Node.onlySlot(element.children());
        if (substitutions > 0 && slot < 0) {
            throw new Irregular();
        }
        if (!attributes.isEmpty() && (dynamic || slot >= 0)) {
            if (slot < 0 && !Node.noText(element.children())) {
                throw new Irregular();
            }
            dynamicAttributes(attributes, slot);
        } else if (slot >= 0 && holdsInner(element)) {
            childSlot = slot;
            around = element.name();
            emit(JsonProgram.INSIDE, use(slot));
        } else if (slot >= 0) {
            emit(empty.equals("null") ? JsonProgram.ELEMENT : JsonProgram.DATA, use(slot));
        } else {
            constant(element, attributes, empty);
        }
    }

    /** UserData that is one value only: XML of its own in all that was seen. */
    private boolean holdsInner(Element element) {
        return childSlot < 0 && element.isContainer() && tree.children().contains(element);
    }

    /**
     * Those that hold something; of two with one name, which XML forbids, the second by another.
     */
    private static List<Attribute> shown(Element element) {
        MemberNames names = new MemberNames();
        List<Attribute> shown = new ArrayList<>(element.attributes().size());
        for (Attribute attribute : element.attributes()) {
            String name = names.next(attribute.name());
            if (Node.substitutions(attribute.value()) > 0 || !Node.noText(attribute.value())) {
                shown.add(new Attribute(name, attribute.value()));
            }
        }
        return shown;
    }

    private void constant(Element element, List<Attribute> attributes, String empty) {
        boolean text = !Node.noText(element.children());
        if (attributes.isEmpty()) {
            if (text) {
                text(element.children(), false);
            } else {
                literals.text(empty, false);
            }
            return;
        }
        literals.put('{');
        attributes(attributes);
        if (text) {
            literals.text(",\"#text\":", false);
            text(element.children(), false);
        }
        literals.put('}');
    }

    private void attributes(List<Attribute> attributes) {
        literals.text("\"#attributes\":{", false);
        boolean first = true;
        for (Attribute attribute : attributes) {
            if (!first) {
                literals.put(',');
            }
            first = false;
            key(attribute.name());
            text(attribute.value(), true);
        }
        literals.put('}');
    }

    private void dynamicAttributes(List<Attribute> attributes, int content) throws Irregular {
        int[] op = new int[3 + 3 * attributes.size()];
        op[0] = JsonProgram.ATTRIBUTES;
        op[1] = content < 0 ? -1 : use(content);
        op[2] = attributes.size();
        emitAttributes(op, 3, attributes);
    }

    /** Puts the attributes' literals beside the program's, and their places into the operation. */
    private void emitAttributes(int[] op, int from, List<Attribute> attributes) throws Irregular {
        int at = from;
        flush();
        for (Attribute attribute : attributes) {
            op[at] = literals.length();
            key(attribute.name());
            int slot = Node.onlySlot(attribute.value());
            if (Node.substitutions(attribute.value()) == 0) {
                text(attribute.value(), true);
            } else if (slot < 0) {
                throw new Irregular();
            } else {
                use(slot);
            }
            op[at + 1] = literals.length() - op[at];
            op[at + 2] = slot;
            at += 3;
        }
        flushed = literals.length();
        emit(op);
    }

    private void object(Element element, List<Attribute> attributes, boolean dynamic)
            throws Irregular {
        literals.put('{');
        boolean any = !attributes.isEmpty();
        if (dynamic) {
            if (!Node.noText(element.children())) {
                throw new Irregular();
            }
            int[] op = new int[2 + 3 * attributes.size()];
            op[0] = JsonProgram.MEMBER;
            op[1] = attributes.size();
            emitAttributes(op, 2, attributes);
            afterChild = true;
        } else if (any) {
            attributes(attributes);
        }
        if (!Node.noText(element.children())) {
            literals.text(any ? ",\"#text\":" : "\"#text\":", false);
            text(element.children(), false);
        }
        MemberNames names = new MemberNames();
        List<Element> unnamed = element.isContainer() ? unnamed(element) : List.of();
        for (Node node : element.children()) {
            if (node instanceof Element child) {
                member(element, child, unnamed, names);
            } else if (node instanceof Node.Substitution substitution) {
                child(element, substitution.slot());
            }
        }
        if (element == tree) {
            rootMembers.addAll(names.all());
        }
        literals.put('}');
    }

    private void member(Element parent, Element child, List<Element> unnamed, MemberNames names)
            throws Irregular {
        if (!parent.isContainer() || !child.is("Data")) {
            next(names.next(child.name()));
            value(child, true, "null");
        } else if (!name(child).isEmpty()) {
            next(names.next(name(child)));
            value(child, false, "\"\"");
        } else if (unnamed.getFirst() == child) {
            next(names.next("Data"));
            literals.text("{\"#text\":", false);
            unnamed(unnamed);
            literals.put('}');
        }
    }

    /** What unnamed Data elements hold: of one its value, of several a list. */
    private void unnamed(List<Element> unnamed) throws Irregular {
        if (unnamed.size() == 1) {
            value(unnamed.getFirst(), false, "\"\"");
            return;
        }
        literals.put('[');
        for (Element data : unnamed) {
            if (data != unnamed.getFirst()) {
                literals.put(',');
            }
            int slot = Node.onlySlot(data.children());
            Node.Value only = Node.onlyValue(data.children());
            if (slot >= 0) {
                emit(JsonProgram.LISTED, use(slot));
            } else if (only != null && ValueType.isArray(only.type())) {
                JsonProgram.list(
                        literals, only.bytes(), only.type(), only.from(), only.size(), true);
            } else {
                value(data, false, "\"\"");
            }
        }
        literals.put(']');
    }

    private static List<Element> unnamed(Element container) throws Irregular {
        List<Element> unnamed = new ArrayList<>();
        for (Node node : container.children()) {
            if (node instanceof Element child && child.is("Data") && name(child).isEmpty()) {
                unnamed.add(child);
            }
        }
        return unnamed;
    }

    /** The attribute Name; empty where there is none. */
    private static String name(Element data) throws Irregular {
        for (Attribute attribute : data.attributes()) {
            if (attribute.name().equals("Name") && Node.substitutions(attribute.value()) > 0) {
                throw new Irregular();
            }
        }
        return data.dataName();
    }

    private void child(Element parent, int slot) throws Irregular {
        if (parent != tree || childSlot >= 0) {
            throw new Irregular();
        }
        childSlot = slot;
        emit(JsonProgram.CHILD, use(slot));
        afterChild = true;
    }

    private void next(String name) {
        if (afterChild && literals.length() == flushed) {
            append(JsonProgram.COMMA);
        } else if (literals.last() != '{') {
            literals.put(',');
        }
        afterChild = false;
        key(name);
    }

    private void key(String name) {
        literals.put('"');
        literals.text(name, true);
        literals.put('"');
        literals.put(':');
    }

    /** A JSON value of nodes without substitutions: a number where they are one. */
    private void text(List<Node> nodes, boolean attribute) {
        Node.Value only = Node.onlyValue(nodes);
        if (only != null && ValueType.isArray(only.type()) && !attribute) {
            JsonProgram.list(literals, only.bytes(), only.type(), only.from(), only.size(), false);
        } else if (only != null) {
            ValueText.json(literals, only.bytes(), only.type(), only.from(), only.size());
        } else {
            literals.put('"');
            Node.write(literals, nodes, true);
            literals.put('"');
        }
    }

    private int use(int slot) {
        if (slot >= uses.length) {
            uses = Arrays.copyOf(uses, 2 * slot);
        }
        uses[slot]++;
        slots = Math.max(slots, slot + 1);
        return slot;
    }

    private void flush() {
        if (literals.length() > flushed) {
            append(JsonProgram.LITERAL, flushed, literals.length() - flushed);
            flushed = literals.length();
        }
    }

    private void emit(int... op) {
        flush();
        append(op);
    }

    private void append(int... op) {
        if (length + op.length > code.length) {
            code = Arrays.copyOf(code, 2 * (length + op.length));
        }
        System.arraycopy(op, 0, code, length, op.length);
        length += op.length;
    }
}
