package org.danaya.sigma.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the few events again in which a name can be found in several ways, with a tree: keys given
 * twice, of which the last counts, and keys with dots, which win over the way through objects. For
 * bytes that {@link JsonScanner} found well-formed.
 */
final class JsonTree {

    private final byte[] bytes;
    private final Names names;
    private final Slots slots;
    private int at;

    /** A value of an event. */
    private sealed interface Node {

        record Leaf(byte kind, int from, int to) implements Node {}

        record Fields(Map<String, Node> map) implements Node {}

        record Items(List<Node> list) implements Node {}
    }

    private JsonTree(byte[] bytes, int from, Names names, Slots slots) {
        this.bytes = bytes;
        this.at = from;
        this.names = names;
        this.slots = slots;
    }

    /** Fills in the values of the event at a place. */
    static void fill(byte[] bytes, int from, Names names, boolean all, Slots slots) {
        slots.begin(bytes);
        JsonTree tree = new JsonTree(bytes, from, names, slots);
        Node root = tree.read();
        for (int name = 0; name < names.size(); name++) {
            tree.find(root, names.name(name), name);
        }
        if (all) {
            tree.leaves(root, Slots.UNNAMED);
        }
    }

    private Node read() {
        Deque<Node> open = new ArrayDeque<>();
        Deque<String> keys = new ArrayDeque<>();
        while (true) {
            blank();
            Node node;
            switch (bytes[at]) {
                case '{' -> {
                    open.push(new Node.Fields(new LinkedHashMap<>()));
                    at++;
                    node = null;
                }
                case '[' -> {
                    open.push(new Node.Items(new ArrayList<>()));
                    at++;
                    node = null;
                }
                default -> node = leaf();
            }
            while (true) {
                if (node != null) {
                    Node holder = open.peek();
                    if (holder == null) {
                        return node;
                    }
                    put(holder, node, keys);
                }
                blank();
                if (bytes[at] == ',') {
                    at++;
                    blank();
                }
                if (bytes[at] != '}' && bytes[at] != ']') {
                    break;
                }
                at++;
                node = open.pop();
            }
            if (open.peek() instanceof Node.Fields) {
                keys.push(key());
            }
        }
    }

    private static void put(Node holder, Node node, Deque<String> keys) {
        switch (holder) {
            case Node.Fields(Map<String, Node> map) -> map.put(keys.pop(), node);
            case Node.Items(List<Node> list) -> list.add(node);
            case Node.Leaf unused -> throw new IllegalStateException("A leaf holds nothing");
        }
    }

    private String key() {
        blank();
        int end = quote(at + 1);
        String key = JsonText.decode(bytes, at + 1, end);
        at = end + 1;
        blank();
        at++;
        return key;
    }

    private Node leaf() {
        int from = at;
        if (bytes[at] == '"') {
            int end = quote(at + 1);
            at = end + 1;
            return new Node.Leaf(Kind.JSON_TEXT, from + 1, end);
        }
        while (JsonScanner.isWord(bytes[at])) {
            at++;
        }
        byte kind =
                switch (bytes[from]) {
                    case 't', 'f' -> Kind.TRUTH;
                    case 'n' -> Kind.NULL;
                    default -> Kind.NUMBER;
                };
        return new Node.Leaf(kind, from, at);
    }

    private int quote(int from) {
        int end = from;
        while (bytes[end] != '"') {
            end += bytes[end] == '\\' ? 2 : 1;
        }
        return end;
    }

    private void blank() {
        while (JsonScanner.isBlank(bytes[at])) {
            at++;
        }
    }

    /** A key that is the whole name wins over the way by its first part; lists are gone through. */
    private void find(Node from, String name, int number) {
        Deque<Node> nodes = new ArrayDeque<>();
        Deque<String> wanted = new ArrayDeque<>();
        nodes.push(from);
        wanted.push(name);
        while (!nodes.isEmpty()) {
            Node node = nodes.pop();
            String rest = wanted.pop();
            switch (node) {
                case Node.Items(List<Node> list) ->
                        list.forEach(
                                item -> {
                                    nodes.push(item);
                                    wanted.push(rest);
                                });
                case Node.Fields(Map<String, Node> map) -> {
                    List<Node> whole = ways(map, rest);
                    whole.forEach(way -> values(way, number));
                    int dot = rest.indexOf('.');
                    if (whole.isEmpty() && dot >= 0) {
                        for (Node way : ways(map, rest.substring(0, dot))) {
                            nodes.push(way);
                            wanted.push(rest.substring(dot + 1));
                        }
                    }
                }
                case Node.Leaf unused -> {
                    // Nothing below it.
                }
            }
        }
    }

    /** What the end of a name, or a part of it, leads to: what is called so wins over the likes. */
    private List<Node> ways(Map<String, Node> map, String end) {
        Node exact = map.get(end);
        if (exact != null) {
            return List.of(exact);
        }
        return names.isLoose(end)
                ? map.entrySet().stream()
                        .filter(entry -> names.fits(end, entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList()
                : List.of();
    }

    /** What stands under a name: a value, or those of a list at any depth, but not of objects. */
    private void values(Node found, int number) {
        Deque<Node> nodes = new ArrayDeque<>();
        nodes.push(found);
        while (!nodes.isEmpty()) {
            switch (nodes.pop()) {
                case Node.Leaf(byte kind, int from, int to) -> slots.add(number, kind, from, to);
                case Node.Fields unused -> slots.add(number, Kind.CONTAINER, 0, 0);
                case Node.Items(List<Node> list) -> {
                    slots.add(number, Kind.CONTAINER, 0, 0);
                    list.forEach(nodes::push);
                }
            }
        }
    }

    private void leaves(Node root, int number) {
        Deque<Node> nodes = new ArrayDeque<>();
        nodes.push(root);
        while (!nodes.isEmpty()) {
            switch (nodes.pop()) {
                case Node.Leaf(byte kind, int from, int to) -> slots.add(number, kind, from, to);
                case Node.Fields(Map<String, Node> map) -> map.values().forEach(nodes::push);
                case Node.Items(List<Node> list) -> list.forEach(nodes::push);
            }
        }
    }
}
