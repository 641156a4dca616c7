package org.danaya.sigma.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Literals by four bytes of each that are rare among the literals.
 *
 * <p>A literal of at least {@code step + 3} bytes has {@code step} grams of four bytes that begin
 * one after the other: wherever it stands, one of them begins at a multiple of {@code step}. So
 * only every {@code step}th gram of a text is looked at.
 */
final class Grams {

    static final int GRAM = 4;

    private final int step;
    private final int[] grams;
    private final int[] firsts;
    private final int tableBits;
    private final int[] offsets;
    private final int[] literals;
    private final int[] nexts;
    private final byte[][] bytes;
    private final int[] patterns;

    private record Entry(int gram, int literal, int offset) {}

    /**
     * Knows these.
     *
     * @param literals of at least {@code step + 3} bytes each
     */
    Grams(List<Literal> literals, int step, Popularity popularity) {
        this.step = step;
        bytes = new byte[literals.size()][];
        patterns = new int[literals.size()];
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Words.padded(literals.get(i).bytes());
            patterns[i] = literals.get(i).pattern();
            int window = rarest(bytes[i], literals.get(i).bytes().length, popularity);
            for (int offset = window; offset < window + step; offset++) {
                entries.add(new Entry(Words.four(bytes[i], offset), i, offset));
            }
        }
        tableBits = Words.bits(entries.size() * 2, 4);
        grams = new int[1 << tableBits];
        firsts = new int[1 << tableBits];
        offsets = new int[entries.size() + 1];
        this.literals = new int[entries.size() + 1];
        nexts = new int[entries.size() + 1];
        for (int i = 0; i < entries.size(); i++) {
            enter(entries.get(i), i + 1);
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

    private void enter(Entry entry, int number) {
        int at = place(entry.gram());
        grams[at] = entry.gram();
        offsets[number] = entry.offset();
        literals[number] = entry.literal();
        nexts[number] = firsts[at];
        firsts[at] = number;
    }

    private int place(int gram) {
        int mask = grams.length - 1;
        int at = Words.hash(gram, tableBits);
        while (firsts[at] != 0 && grams[at] != gram) {
            at = (at + 1) & mask;
        }
        return at;
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    int step() {
        return step;
    }

    /** How many grams lead to literals, at most. */
    int size() {
        return offsets.length - 1;
    }

    /** Enters all grams. */
    void enter(GramSieve sieve) {
        for (int at = 0; at < grams.length; at++) {
            if (firsts[at] != 0) {
                sieve.enter(grams[at]);
            }
        }
    }

    /** Tells the patterns of the literals of which a gram stands at a place of a text. */
    void look(int gram, int at, byte[] text, int length, Found found) {
        for (int i = firsts[place(gram)]; i != 0; i = nexts[i]) {
            int literal = literals[i];
            int start = at - offsets[i];
            if (start >= 0 && isAt(bytes[literal], text, start, length)) {
                found.add(patterns[literal]);
            }
        }
    }

    private static boolean isAt(byte[] padded, byte[] text, int start, int length) {
        int size = padded.length - Words.PADDING;
        if (start + size > length) {
            return false;
        }
        int i = 0;
        for (; i + 8 <= size; i += 8) {
            if (Words.eight(padded, i) != Words.eight(text, start + i)) {
                return false;
            }
        }
        long rest = Words.eight(padded, i) ^ Words.eight(text, start + i);
        return i == size || (rest & (-1L >>> ((8 - (size - i)) << 3))) == 0;
    }
}
