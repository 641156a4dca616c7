package org.danaya.evtx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of XML: of a template's definition, or of one event with its values in place. */
sealed interface Node {

    /** Literal text; references to characters and entities are resolved already. */
    record Text(String text) implements Node {}

    /** A typed value, in bytes that are its own or the chunk's. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never changed
    record Value(byte[] bytes, int type, int from, int size) implements Node {

        boolean isEmpty() {
            return ValueType.isEmpty(bytes, type, from, size);
        }
    }

    /** A place for the value of that number; empty values leave it out, optional or not. */
    record Substitution(int slot) implements Node {}

    /** A name with the nodes of its value. */
    record Attribute(String name, List<Node> value) {}

    /** An element. Lists are filled while it is read and left alone afterwards. */
    final class Element implements Node {

        private final String name;
        private final List<Attribute> attributes = new ArrayList<>(2);
        private final List<Node> children = new ArrayList<>(2);

        Element(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        List<Attribute> attributes() {
            return attributes;
        }

        List<Node> children() {
            return children;
        }

        boolean is(String other) {
            return name.equals(other);
        }

        /** EventData and UserData: what their Data elements hold is a member of its own name. */
        boolean isContainer() {
            return is("EventData") || is("UserData");
        }

        /** The attribute Name of a Data element; empty where there is none. */
        String dataName() {
            for (Attribute attribute : attributes) {
                if (attribute.name().equals("Name")) {
                    List<Node> value = attribute.value();
                    if (value.size() == 1 && value.getFirst() instanceof Text text) {
                        return text.text();
                    }
                    Utf8 name = new Utf8();
                    write(name, value, false);
                    return name.toString();
                }
            }
            return "";
        }

        boolean hasElements() {
            for (Node child : children) {
                if (child instanceof Element) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether nothing would be written of these nodes, elements and substitutions aside. */
    static boolean noText(List<Node> nodes) {
        for (Node node : nodes) {
            if ((node instanceof Text text && !text.text().isEmpty())
                    || (node instanceof Value value && !value.isEmpty())) {
                return false;
            }
        }
        return true;
    }

    /** How many substitutions are among the nodes. */
    static int substitutions(List<Node> nodes) {
        int count = 0;
        for (Node node : nodes) {
            if (node instanceof Substitution) {
                count++;
            }
        }
        return count;
    }

    /** The number of the one value that these nodes are; -1 where they are anything else. */
    static int onlySlot(List<Node> nodes) {
        int slot = -1;
        for (Node node : nodes) {
            if (node instanceof Substitution substitution) {
                if (slot >= 0) {
                    return -1;
                }
                slot = substitution.slot();
            } else if (node instanceof Element) {
                return -1;
            }
        }
        return noText(nodes) ? slot : -1;
    }

    /** The one typed value that these nodes are, where there is no other text. */
    static @Nullable Value onlyValue(List<Node> nodes) {
        Value only = null;
        for (Node node : nodes) {
            if (node instanceof Value value && !value.isEmpty()) {
                if (only != null) {
                    return null;
                }
                only = value;
            } else if (node instanceof Text text && !text.text().isEmpty()) {
                return null;
            }
        }
        return only;
    }

    /** Writes the text of the nodes, elements aside. */
    static void write(Utf8 out, List<Node> nodes, boolean json) {
        for (Node node : nodes) {
            if (node instanceof Text text) {
                out.text(text.text(), json);
            } else if (node instanceof Value value) {
                ValueText.write(out, value.bytes(), value.type(), value.from(), value.size(), json);
            }
        }
    }
}
