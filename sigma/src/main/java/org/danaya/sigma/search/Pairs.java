package org.danaya.sigma.search;

import java.util.List;

/**
 * Short literals by two bytes of each that are rare among the literals.
 *
 * <p>A literal of three bytes or more has two pairs that begin one after the other: wherever it
 * stands, one of them begins at an even place, and only those are looked at; literals of two bytes
 * are looked for at every place.
 */
final class Pairs {

    static final int LEAST = 2;

    /** A literal is compared as one word. */
    static final int MOST = 8;

    private final int step;
    private final int[] pairs;
    private final int[] firsts;
    private final int tableBits;
    private final int[] nexts;
    private final int[] offsets;
    private final int[] literals;
    private final long[] values;
    private final long[] masks;
    private final int[] lengths;
    private final int[] patterns;

    /**
     * Knows these.
     *
     * @param literals of {@value #LEAST} to {@value #MOST} bytes
     * @param step 2 where all have three bytes or more, or 1
     */
    Pairs(List<Literal> literals, int step, Popularity popularity) {
        this.step = step;
        int size = literals.size();
        values = new long[size];
        masks = new long[size];
        lengths = new int[size];
        patterns = new int[size];
        tableBits = Words.bits(size * step * 2, 4);
        pairs = new int[1 << tableBits];
        firsts = new int[1 << tableBits];
        nexts = new int[(size * step) + 1];
        offsets = new int[nexts.length];
        this.literals = new int[nexts.length];
        int number = 1;
        for (int i = 0; i < size; i++) {
            byte[] bytes = literals.get(i).bytes();
            byte[] padded = Words.padded(bytes);
            lengths[i] = bytes.length;
            masks[i] = -1L >>> ((MOST - bytes.length) << 3);
            values[i] = Words.eight(padded, 0) & masks[i];
            patterns[i] = literals.get(i).pattern();
            int window = rarest(padded, bytes.length, popularity);
            for (int offset = window; offset < window + step; offset++) {
                enter(Words.two(padded, offset), i, offset, number++);
            }
        }
    }

    private int rarest(byte[] padded, int length, Popularity popularity) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int window = 0; window + step + 1 <= length; window++) {
            long sum = 0;
            for (int offset = window; offset < window + step; offset++) {
                sum += popularity.ofTwo(Words.two(padded, offset));
            }
            if (sum < least) {
                least = sum;
                best = window;
            }
        }
        return best;
    }

    private void enter(int pair, int literal, int offset, int number) {
        int at = place(pair);
        pairs[at] = pair;
        literals[number] = literal;
        offsets[number] = offset;
        nexts[number] = firsts[at];
        firsts[at] = number;
    }

    private int place(int pair) {
        int mask = pairs.length - 1;
        int at = Words.hash(pair, tableBits);
        while (firsts[at] != 0 && pairs[at] != pair) {
            at = (at + 1) & mask;
        }
        return at;
    }

    boolean isEmpty() {
        return values.length == 0;
    }

    /** At which places of a text a pair is looked for: all, or every second. */
    int step() {
        return step;
    }

    /** Sets the bit of each pair that leads to a literal. */
    void enter(long[] filter) {
        for (int at = 0; at < pairs.length; at++) {
            if (firsts[at] != 0) {
                filter[pairs[at] >>> 6] |= 1L << pairs[at];
            }
        }
    }

    /** Tells the patterns of the literals of which a pair stands at a place of a text. */
    void look(int pair, int at, byte[] text, int length, Found found) {
        for (int i = firsts[place(pair)]; i != 0; i = nexts[i]) {
            int literal = literals[i];
            int start = at - offsets[i];
            if (start >= 0
                    && start + lengths[literal] <= length
                    && (Words.eight(text, start) & masks[literal]) == values[literal]) {
                found.add(patterns[literal]);
            }
        }
    }
}
