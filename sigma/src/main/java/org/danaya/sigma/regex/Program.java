package org.danaya.sigma.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An expression as steps, each of which leads to others: a character of a set, a place, one of two,
 * or the end. Characters that no set tells apart are one class.
 */
final class Program {

    /** Expressions of more steps aren't run so. */
    static final int MOST = 10_000;

    static final int MATCH = 0;

    private static final int ASCII = 0x80;

    /** What a step is. */
    enum Kind {
        MATCH,
        ONE,
        PLACE,
        SPLIT
    }

    private Kind[] kinds = new Kind[64];
    private int[] nexts = new int[64];
    private int[] others = new int[64];
    private int size;
    private final Map<CharSet, Integer> sets = new LinkedHashMap<>();
    private final List<Tree.Place> places = new ArrayList<>();

    /** Where each class of characters begins. */
    private final int[] begins;

    private final short[] ascii = new short[ASCII];

    /** For each set, the classes in it. */
    private final List<BitSet> members = new ArrayList<>();

    final int start;
    final int newline;
    final BitSet word = new BitSet();
    final boolean looksAround;

    /** An expression has too many steps. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super(null, null, false, false);
        }
    }

    Program(Tree tree) throws TooLarge {
        add(Kind.MATCH, 0, 0);
        start = steps(tree, MATCH);
        TreeSet<Integer> edges = new TreeSet<>(List.of(0));
        sets.keySet().forEach(set -> cut(set, edges));
        cut(CharSet.of('\n', '\n'), edges);
        cut(CharSet.WORD, edges);
        edges.remove(Character.MAX_CODE_POINT + 1);
        begins = edges.stream().mapToInt(Integer::intValue).toArray();
        for (int character = 0; character < ASCII; character++) {
            ascii[character] = (short) find(character);
        }
        sets.keySet().forEach(set -> members.add(classes(set)));
        newline = of('\n');
        word.or(classes(CharSet.WORD));
        looksAround = !places.isEmpty();
    }

    private static void cut(CharSet set, Set<Integer> edges) {
        for (CharSet.Range range : set.ranges()) {
            edges.add(range.from());
            edges.add(range.to() + 1);
        }
    }

    private BitSet classes(CharSet set) {
        BitSet in = new BitSet();
        for (CharSet.Range range : set.ranges()) {
            in.set(find(range.from()), find(range.to()) + 1);
        }
        return in;
    }

    /** How many classes of characters there are. */
    int classes() {
        return begins.length;
    }

    /** The class of a character. */
    int of(int character) {
        return character < ASCII ? ascii[character] : find(character);
    }

    private int find(int character) {
        int at = Arrays.binarySearch(begins, character);
        return at >= 0 ? at : -at - 2;
    }

    int size() {
        return size;
    }

    Kind kind(int step) {
        return kinds[step];
    }

    int next(int step) {
        return nexts[step];
    }

    /** The other step that {@link Kind#SPLIT} leads to. */
    int other(int step) {
        return others[step];
    }

    /** Whether a class of characters is in the set of a step. */
    boolean has(int step, int characters) {
        return members.get(others[step]).get(characters);
    }

    Tree.Place place(int step) {
        return places.get(others[step]);
    }

    private int add(Kind kind, int next, int other) throws TooLarge {
        if (size == MOST) {
            throw new TooLarge();
        }
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            nexts = Arrays.copyOf(nexts, size * 2);
            others = Arrays.copyOf(others, size * 2);
        }
        kinds[size] = kind;
        nexts[size] = next;
        others[size] = other;
        return size++;
    }

    /** Adds the steps of an expression that leads on to a step; the first of them. */
    private int steps(Tree tree, int next) throws TooLarge {
        switch (tree) {
            case Tree.One(CharSet set) -> {
                sets.putIfAbsent(set, sets.size());
                return add(Kind.ONE, next, sets.get(set));
            }
            case Tree.At(Tree.Place place) -> {
                places.add(place);
                return add(Kind.PLACE, next, places.size() - 1);
            }
            case Tree.Sequence(List<Tree> parts) -> {
                int at = next;
                for (Tree part : parts.reversed()) {
                    at = steps(part, at);
                }
                return at;
            }
            case Tree.Choice(List<Tree> parts) -> {
                int at = steps(parts.getLast(), next);
                for (Tree part : parts.subList(0, parts.size() - 1)) {
                    at = add(Kind.SPLIT, steps(part, next), at);
                }
                return at;
            }
            case Tree.Repeat(Tree part, int least, int most) -> {
                int at = next;
                if (most == Tree.ENDLESS) {
                    at = add(Kind.SPLIT, next, next);
                    int body = steps(part, at);
                    nexts[at] = body;
                } else {
                    for (int i = least; i < most; i++) {
                        at = add(Kind.SPLIT, steps(part, at), next);
                    }
                }
                for (int i = 0; i < least; i++) {
                    at = steps(part, at);
                }
                return at;
            }
        }
    }
}
