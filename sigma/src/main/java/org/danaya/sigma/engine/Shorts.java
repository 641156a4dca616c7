package org.danaya.sigma.engine;

import java.util.Arrays;
import java.util.List;

/**
 * Literals of two to four bytes found anywhere in a text, by two bytes of each that are rare among
 * the literals.
 */
final class Shorts {

    static final int LEAST = 2;
    static final int MOST = 4;

    private final long[] filter = new long[65_536 / 64];
    private final int[] firsts;
    private final int[] nexts;
    private final int[] offsets;
    private final int[] values;
    private final int[] masks;
    private final int[] lengths;
    private final int[] patterns;
    private final boolean empty;

    Shorts(List<Literal> literals, Popularity popularity) {
        empty = literals.isEmpty();
        firsts = new int[empty ? 0 : 65_536];
        int size = literals.size() + 1;
        nexts = new int[size];
        offsets = new int[size];
        values = new int[size];
        masks = new int[size];
        lengths = new int[size];
        patterns = new int[size];
        for (int i = 1; i < size; i++) {
            byte[] bytes = literals.get(i - 1).bytes();
            byte[] padded = Arrays.copyOf(bytes, MOST + LEAST);
            offsets[i] = rarest(padded, bytes.length, popularity);
            values[i] = Words.four(padded, 0);
            masks[i] = -1 >>> ((MOST - bytes.length) << 3);
            lengths[i] = bytes.length;
            patterns[i] = literals.get(i - 1).pattern();
            int pair = Words.two(padded, offsets[i]);
            filter[pair >>> 6] |= 1L << pair;
            nexts[i] = firsts[pair];
            firsts[pair] = i;
        }
    }

    private static int rarest(byte[] padded, int length, Popularity popularity) {
        int best = 0;
        for (int offset = 1; offset + LEAST <= length; offset++) {
            if (popularity.ofTwo(Words.two(padded, offset))
                    < popularity.ofTwo(Words.two(padded, best))) {
                best = offset;
            }
        }
        return best;
    }

    boolean isEmpty() {
        return empty;
    }

    /** Tells the patterns of the literals in a text, with {@link Words#PADDING} behind. */
    void find(byte[] text, int length, Found found) {
        int last = length - LEAST;
        for (int at = 0; at <= last; at++) {
            int pair = Words.two(text, at);
            if ((filter[pair >>> 6] & (1L << pair)) != 0) {
                look(pair, at, text, length, found);
            }
        }
    }

    private void look(int pair, int at, byte[] text, int length, Found found) {
        for (int i = firsts[pair]; i != 0; i = nexts[i]) {
            int start = at - offsets[i];
            if (start >= 0
                    && start + lengths[i] <= length
                    && (Words.four(text, start) & masks[i]) == values[i]) {
                found.add(patterns[i]);
            }
        }
    }
}
