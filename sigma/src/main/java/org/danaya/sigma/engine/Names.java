package org.danaya.sigma.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of fields that rules ask for, numbered from 0, and the paths through nested objects
 * that they are: {@code a.b} is the key {@code b} in the object {@code a}, or the key {@code a.b}
 * itself.
 */
public final class Names {

    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Node root = new Node();

    /** A place among nested objects. */
    static final class Node {

        private final Map<String, Node> below = new HashMap<>();
        private int name = Slots.UNNAMED;

        /** What a key leads to, also one with dots in it. */
        Optional<Node> below(String key) {
            Node node = this;
            for (String part : parts(key)) {
                node = node.below.get(part);
                if (node == null) {
                    return Optional.empty();
                }
            }
            return Optional.of(node);
        }

        /** What is asked for here; {@link Slots#UNNAMED} where this is only on the way. */
        int name() {
            return name;
        }
    }

    private Names(List<String> names) {
        this.names = List.copyOf(names);
        for (String name : this.names) {
            int number = numbers.size();
            numbers.put(name, number);
            Node node = root;
            for (String part : parts(name)) {
                node = node.below.computeIfAbsent(part, unused -> new Node());
            }
            node.name = number;
        }
    }

    /** Collects names. */
    static final class Collected {

        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        int number(String name) {
            return numbers.computeIfAbsent(name, unused -> numbers.size());
        }

        Names done() {
            return new Names(new ArrayList<>(numbers.keySet()));
        }
    }

    public int size() {
        return names.size();
    }

    public String name(int number) {
        return names.get(number);
    }

    /** The number of a name; {@link Slots#UNNAMED} where no rule asks for it. */
    public int number(String name) {
        return numbers.getOrDefault(name, Slots.UNNAMED);
    }

    Node root() {
        return root;
    }

    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', from)) {
            parts.add(name.substring(from, dot));
            from = dot + 1;
        }
        parts.add(name.substring(from));
        return parts;
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
