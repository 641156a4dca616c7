package org.danaya.text.grammar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes documents from the grammar: every element may be a root, and all are valid. */
final class RandomDocuments {

    static final Map<String, List<String>> VALUES =
            Map.ofEntries(
                    Map.entry("string", List.of("", "a", " é b ", "x-1", "true")),
                    Map.entry(
                            "uri", List.of("#a", "/akn/ml/act/2024-01-01/1", "", "http://a/b?c#d")),
                    Map.entry("boolean", List.of("true", "false", "1", "0", " true ")),
                    Map.entry("integer", List.of("1", "-2", "+03", " 4 ")),
                    Map.entry("date", List.of("2024-02-29", "2023-01-01Z", "-0044-03-15")),
                    Map.entry("dateTime", List.of("2024-02-29T24:00:00", "2024-01-01T01:02:03.4Z")),
                    Map.entry("time", List.of("01:02:03", "24:00:00", "12:00:00+01:00")),
                    Map.entry("duration", List.of("P1Y", "-P1DT2H", "PT0.5S")),
                    Map.entry("language-or-none", List.of("fr", "bm-ML", "")),
                    Map.entry("space", List.of("default", "preserve")));

    private final Grammar grammar = Grammar.standard();
    private final Random random;
    private final Map<String, Integer> heights = new HashMap<>();
    private int ids;

    /** How many values {@code eId} and the like may have; 0: as many as there are elements. */
    int names;

    /** What was made so far: {@code p}, and {@code p eId}. */
    final Set<String> made = new HashSet<>();

    RandomDocuments(Random random) {
        this.random = random;
        heights.put(Grammar.OTHER, 0);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Declaration each : grammar.elements()) {
                if (!heights.containsKey(each.name()) && finite(each)) {
                    heights.put(each.name(), level);
                    grown = true;
                }
            }
            level++;
        }
    }

    private int level = 1;

    private boolean finite(Declaration declaration) {
        return ends(declaration.model(), level - 1).get(0);
    }

    /** The states from which an end can be reached with elements of at most such a height. */
    private BitSet ends(Model model, int height) {
        BitSet known = new BitSet();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int state = 0; state < model.states(); state++) {
                if (!known.get(state) && reaches(model, state, height, known)) {
                    known.set(state);
                    grown = true;
                }
            }
        }
        return known;
    }

    private boolean reaches(Model model, int state, int height, BitSet known) {
        return model.mayEnd(state)
                || allowed(model, state, height).stream()
                        .anyMatch(name -> known.get(model.next(state, name)));
    }

    private BitSet allowed(Model model, int state, int height) {
        BitSet names = model.expected(state);
        BitSet kept = new BitSet();
        names.stream()
                .filter(
                        name -> {
                            BitSet one = new BitSet();
                            one.set(name);
                            String text = grammar.names(one).getFirst();
                            return heights.getOrDefault(text, Integer.MAX_VALUE) <= height;
                        })
                .forEach(kept::set);
        return kept;
    }

    /** An element of the standard, with what it must hold, and more. */
    Tree make(String name, int depth) {
        Declaration declaration = grammar.find(name);
        if (declaration == null) {
            throw new AssertionError(name);
        }
        made.add(name);
        Tree tree = new Tree(Tree.akn(name));
        attributes(tree, declaration);
        Model model = declaration.model();
        int height = Math.max(depth, heights.get(name)) - 1;
        BitSet ends = ends(model, height);
        int state = 0;
        int left = random.nextInt(5);
        while (true) {
            int from = state;
            words(tree, model);
            BitSet names = allowed(model, state, height);
            int[] next = names.stream().filter(each -> ends.get(model.next(from, each))).toArray();
            if (next.length == 0 || (left <= 0 && model.mayEnd(state))) {
                return tree;
            }
            int chosen = choose(model, state, next, left, height);
            tree.children.add(child(chosen, height));
            state = model.next(state, chosen);
            left--;
        }
    }

    /** Once enough is there, the shortest way to the end. */
    private int choose(Model model, int state, int[] next, int left, int height) {
        if (left > 0) {
            return next[random.nextInt(next.length)];
        }
        int best = next[0];
        int shortest = Integer.MAX_VALUE;
        for (int each : next) {
            int steps = steps(model, model.next(state, each), height);
            if (steps < shortest) {
                shortest = steps;
                best = each;
            }
        }
        return best;
    }

    private int steps(Model model, int from, int height) {
        BitSet reached = new BitSet();
        reached.set(from);
        for (int steps = 0; steps < 50; steps++) {
            BitSet next = (BitSet) reached.clone();
            for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
                int state = at;
                if (model.mayEnd(state)) {
                    return steps;
                }
                allowed(model, state, height).stream()
                        .forEach(name -> next.set(model.next(state, name)));
            }
            reached = next;
        }
        return Integer.MAX_VALUE - 1;
    }

    private Tree child(int number, int height) {
        BitSet one = new BitSet();
        one.set(number);
        String name = grammar.names(one).getFirst();
        return name.equals(Grammar.OTHER) ? foreign(height) : make(name, height);
    }

    /** An element of another namespace; below it anything may stand. */
    Tree foreign(int height) {
        Tree tree = new Tree("{http://example.org/other}thing");
        if (random.nextBoolean()) {
            tree.attributes.put("eId", "same");
            tree.attributes.put("x", "1");
        }
        if (random.nextBoolean()) {
            tree.children.add("words");
        }
        if (height > 0 && random.nextInt(3) == 0) {
            tree.children.add(new Tree("plain"));
            tree.children.add(new Tree(Tree.akn("unknown")));
        }
        if (height > 1 && random.nextInt(3) == 0) {
            tree.children.add(make("p", height));
        }
        return tree;
    }

    private void words(Tree tree, Model model) {
        if (model.mixed() && random.nextInt(3) == 0) {
            tree.children.add("words & more ");
        } else if (!model.empty() && random.nextInt(6) == 0) {
            tree.children.add("\n  ");
        } else if (random.nextInt(8) == 0) {
            tree.children.add("<!-- a comment -->");
        }
    }

    private void attributes(Tree tree, Declaration declaration) {
        declaration.attributes().values().stream()
                .sorted(java.util.Comparator.comparing(Attribute::name))
                .forEach(
                        each -> {
                            if (each.required() || random.nextInt(8) == 0) {
                                String name =
                                        each.name()
                                                .replace(
                                                        "xml:",
                                                        "{http://www.w3.org/XML/1998/namespace}");
                                tree.attributes.put(name, value(each.type()));
                                made.add(declaration.name() + " " + each.name());
                            }
                        });
        if (declaration.others() && random.nextInt(10) == 0) {
            tree.attributes.put("{http://example.org/other}x", "1");
            tree.attributes.put("{http://www.w3.org/XML/1998/namespace}base", "http://a/b");
            tree.attributes.put("{http://www.w3.org/XML/1998/namespace}other", "");
        }
    }

    /** A value of a type; an {@code xml:id} is never made twice. */
    String value(Type type) {
        String kind = type.expected().get(random.nextInt(type.expected().size()));
        if (kind.equals("no-space")) {
            return "n" + (names == 0 ? ids++ : random.nextInt(names));
        }
        if (kind.equals("id")) {
            return "i" + ids++;
        }
        List<String> values = VALUES.getOrDefault(kind, List.of(kind));
        List<String> several = new ArrayList<>();
        for (int count = type.list() ? random.nextInt(3) : 1; count > 0; count--) {
            several.add(values.get(random.nextInt(values.size())));
        }
        return String.join(" ", several);
    }
}
