package org.danaya.sigma.search;

import java.util.Arrays;
import java.util.List;

/**
 * Literals by four bytes of each that are rare among the literals.
 *
 * <p>A literal of at least {@code step + 3} bytes has {@code step} grams of four bytes that begin
 * one after the other: wherever it stands, one of them begins at a multiple of {@code step}. So
 * only every {@code step}th gram of a text is looked at. What is known of the literals that share a
 * gram lies side by side.
 */
final class Grams {

    static final int GRAM = 4;

    private final int step;

    /** The literals, with {@link Words#PADDING} behind each. */
    private final byte[][] bytes;

    private final int[] patterns;

    /** An open hash: a gram in the high half, the first of its entries, plus 1, in the low one. */
    private final long[] firsts;

    private final int tableBits;

    /** How many different grams there are. */
    private final int different;

    /** For each entry, in their order, the gram. */
    private final int[] grams;

    private final int[] literals;

    /** How many bytes of the literal stand before its gram. */
    private final int[] before;

    /** How many bytes from the beginning of the gram to the end of the literal. */
    private final int[] after;

    /** The first eight bytes of the literal, or all. */
    private final long[] words;

    private final long[] masks;

    /**
     * Knows these.
     *
     * @param all of at least {@code step + 3} bytes each
     */
    Grams(List<Literal> all, int step, Popularity popularity) {
        this.step = step;
        int size = all.size() * step;
        bytes = new byte[all.size()][];
        patterns = new int[all.size()];
        int[] windows = new int[all.size()];
        long[] order = new long[size];
        for (int i = 0; i < bytes.length; i++) {
            byte[] literal = all.get(i).bytes();
            bytes[i] = Words.padded(literal);
            patterns[i] = all.get(i).pattern();
            windows[i] = rarest(bytes[i], literal.length, popularity);
            for (int offset = 0; offset < step; offset++) {
                int number = (i * step) + offset;
                order[number] = ((long) Words.four(bytes[i], windows[i] + offset) << 32) | number;
            }
        }
        Arrays.sort(order);
        grams = new int[size];
        literals = new int[size];
        before = new int[size];
        after = new int[size];
        words = new long[size];
        masks = new long[size];
        different = different(order);
        tableBits = Words.bits(different * 2, 4);
        firsts = new long[1 << tableBits];
        for (int i = 0; i < size; i++) {
            int number = (int) order[i];
            int literal = number / step;
            int length = all.get(literal).bytes().length;
            grams[i] = (int) (order[i] >>> 32);
            literals[i] = literal;
            before[i] = windows[literal] + (number % step);
            after[i] = length - before[i];
            masks[i] = length >= 8 ? -1L : (1L << (length << 3)) - 1;
            words[i] = Words.eight(bytes[literal], 0) & masks[i];
            if (i == 0 || grams[i] != grams[i - 1]) {
                firsts[free(grams[i])] = ((long) grams[i] << 32) | (i + 1);
            }
        }
    }

    private int rarest(byte[] padded, int length, Popularity popularity) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int window = 0; window + step + GRAM - 1 <= length; window++) {
            long sum = 0;
            for (int offset = window; offset < window + step; offset++) {
                sum += popularity.ofFour(Words.four(padded, offset));
            }
            if (sum < least) {
                least = sum;
                best = window;
            }
        }
        return best;
    }

    private static int different(long[] order) {
        int count = 0;
        for (int i = 0; i < order.length; i++) {
            count += i == 0 || order[i] >> 32 != order[i - 1] >> 32 ? 1 : 0;
        }
        return count;
    }

    private int free(int gram) {
        int at = Words.hash(gram, tableBits);
        while (firsts[at] != 0) {
            at = (at + 1) & (firsts.length - 1);
        }
        return at;
    }

    /** The first entry of a gram; -1 where there is none. */
    private int first(int gram) {
        int mask = firsts.length - 1;
        int at = Words.hash(gram, tableBits);
        long found = firsts[at];
        while (found != 0 && (int) (found >>> 32) != gram) {
            at = (at + 1) & mask;
            found = firsts[at];
        }
        return (int) found - 1;
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    int step() {
        return step;
    }

    /** How many grams lead to literals. */
    int size() {
        return different;
    }

    /** Enters all grams. */
    void enter(GramSieve sieve) {
        for (int gram : grams) {
            sieve.enter(gram);
        }
    }

    /** Tells the patterns of the literals of which a gram stands at a place of a text. */
    void look(int gram, int at, byte[] text, int length, Found found) {
        for (int i = first(gram); i >= 0 && i < grams.length && grams[i] == gram; i++) {
            int start = at - before[i];
            if (start >= 0
                    && at + after[i] <= length
                    && ((Words.eight(text, start) ^ words[i]) & masks[i]) == 0
                    && isRestAt(bytes[literals[i]], text, start)) {
                found.add(patterns[literals[i]]);
            }
        }
    }

    /** Whether what comes after the first eight bytes of a literal stands there too. */
    private static boolean isRestAt(byte[] padded, byte[] text, int start) {
        int size = padded.length - Words.PADDING;
        return size <= 8 || Arrays.equals(padded, 8, size, text, start + 8, start + size);
    }
}
