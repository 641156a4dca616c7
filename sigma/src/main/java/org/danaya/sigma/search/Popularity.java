package org.danaya.sigma.search;

/**
 * How often pairs and fours of bytes stand in what rules look for and in what they say about
 * themselves: a guess at the texts of events. Counts of fours are of their hashes.
 */
public final class Popularity {

    private static final int LEAST_BITS = 16;
    private static final int MOST_BITS = 22;

    private final int bits;
    private final int[] twos = new int[1 << 16];
    private final int[] fours;

    /** Nothing is counted yet, of about so many different fours. */
    public Popularity(int expected) {
        bits = Math.min(MOST_BITS, Words.bits(expected, LEAST_BITS));
        fours = new int[1 << bits];
    }

    /** Counts a text without its case. */
    public void add(byte[] folded) {
        int length = folded.length;
        byte[] padded = Words.padded(folded);
        for (int at = 0; at + 2 <= length; at++) {
            twos[Words.two(padded, at)]++;
        }
        for (int at = 0; at + 4 <= length; at++) {
            fours[Words.hash(Words.four(padded, at), bits)]++;
        }
    }

    int ofTwo(int two) {
        return twos[two];
    }

    int ofFour(int four) {
        return fours[Words.hash(four, bits)];
    }
}
