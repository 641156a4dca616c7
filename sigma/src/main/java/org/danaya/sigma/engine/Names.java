package org.danaya.sigma.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names of fields that are looked for, numbered from 0, and the paths through nested objects
 * that they are: {@code a.b} is the key {@code b} in the object {@code a}, or the key {@code a.b}
 * itself. A part {@code *} is any key.
 */
public final class Names {

    private static final String ANY = "*";

    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final boolean spaceless;
    private final Node root = new Node();

    /** A place among nested objects. */
    static final class Node {

        private final Map<String, Node> below = new HashMap<>();
        private int name = Slots.UNNAMED;

        /** What is asked for here; {@link Slots#UNNAMED} where this is only on the way. */
        int name() {
            return name;
        }
    }

    /**
     * Where a key leads.
     *
     * @param node one of the places
     * @param several whether there are others, of other names
     */
    record Way(Node node, boolean several) {}

    private Names(List<String> names, boolean spaceless) {
        this.names = List.copyOf(names);
        this.spaceless = spaceless;
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
            return done(false);
        }

        /**
         * The names.
         *
         * @param spaceless whether the key {@code a b} is found where {@code ab} is looked for
         */
        Names done(boolean spaceless) {
            return new Names(new ArrayList<>(numbers.keySet()), spaceless);
        }
    }

    public int size() {
        return names.size();
    }

    public String name(int number) {
        return names.get(number);
    }

    /** The number of a name; {@link Slots#UNNAMED} where nobody asks for it. */
    public int number(String name) {
        return numbers.getOrDefault(name, Slots.UNNAMED);
    }

    Node root() {
        return root;
    }

    /** Where a key, also one with dots in it, leads to from a place; nothing where to nothing. */
    Optional<Way> way(Node from, String key) {
        List<String> parts = parts(key);
        List<Node> at = List.of(from);
        for (String part : parts) {
            at = at.stream().flatMap(node -> steps(node, part)).toList();
        }
        // Nothing lies below several parts together.
        List<Node> ends =
                at.stream().filter(node -> parts.size() == 1 || node.name() >= 0).toList();
        return ends.stream().findFirst().map(node -> new Way(node, ends.size() > 1));
    }

    private Stream<Node> steps(Node from, String key) {
        return Stream.of(key, ANY, spaceless ? key.replace(" ", "") : key)
                .distinct()
                .map(from.below::get)
                .filter(Objects::nonNull);
    }

    /**
     * Whether a key of an event, also one with dots in it, is the end of a name, or a part of one
     * where that has no dots.
     */
    boolean fits(String end, String key) {
        List<String> wanted = parts(end);
        List<String> given = parts(key);
        if (wanted.size() != given.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!fitsPart(wanted.get(i), given.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean fitsPart(String part, String key) {
        return part.equals(ANY)
                || part.equals(key)
                || (spaceless && key.indexOf(' ') >= 0 && part.equals(key.replace(" ", "")));
    }

    /** Whether the end of a name may be of several keys, or of keys that are written otherwise. */
    boolean isLoose(String end) {
        return spaceless || end.contains(ANY);
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
}
