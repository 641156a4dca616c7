package org.danaya.sigma.search;

import java.util.Arrays;
import java.util.List;

/** Literals that are a whole text, by hash. */
final class Exact {

    private final long[] hashes;
    private final byte[][] literals;
    private final int[] patterns;
    private final int mask;
    private final int longest;

    Exact(List<Literal> all) {
        int size = Integer.highestOneBit(all.size() + 1) * 4;
        mask = size - 1;
        hashes = new long[size];
        literals = new byte[size][];
        patterns = new int[size];
        Arrays.fill(patterns, -1);
        longest = all.stream().mapToInt(literal -> literal.bytes().length).max().orElse(-1);
        for (Literal literal : all) {
            byte[] padded = Words.padded(literal.bytes());
            long hash = Words.hash(padded, 0, literal.bytes().length);
            int at = place(hash);
            while (patterns[at] >= 0) {
                at = (at + 1) & mask;
            }
            hashes[at] = hash;
            literals[at] = literal.bytes();
            patterns[at] = literal.pattern();
        }
    }

    private int place(long hash) {
        return (int) (hash >>> 40) & mask;
    }

    /** Tells the patterns of the literals that the text is. */
    void find(byte[] text, int length, Found found) {
        if (length > longest) {
            return;
        }
        long hash = Words.hash(text, 0, length);
        for (int at = place(hash); patterns[at] >= 0; at = (at + 1) & mask) {
            if (hashes[at] == hash
                    && Arrays.equals(literals[at], 0, literals[at].length, text, 0, length)) {
                found.add(patterns[at]);
            }
        }
    }
}
