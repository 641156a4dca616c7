package org.danaya.sigma.engine;

import java.util.Arrays;
import org.danaya.sigma.search.Words;
import org.jspecify.annotations.Nullable;

/**
 * Values seen before with the checks that they satisfy: events repeat their values. A value is kept
 * when it is seen for the second time, in one of two places that its hash gives; so the memory
 * stays within a bound.
 *
 * <p>Shared by threads without a lock: a value never changes but for its answers, and what one
 * thread writes over what another does is only forgotten.
 */
final class Known {

    /** Longer values aren't kept. */
    private static final int LONGEST = 2_048;

    /** Looking up a shorter value costs next to nothing. */
    private static final int SHORT = 96;

    /** After so many values of a name that didn't come again, only some of them are looked up. */
    private static final int PATIENCE = 64;

    /** One of so many, then. */
    private static final int SOME = 16;

    static final int NO = 1;
    static final int YES = 3;

    private static final int BITS = 15;
    private static final int MASK = (1 << BITS) - 1;

    /** Long values lie in a quarter of the places, so that they take some 30 MB at most. */
    private static final int MASK_OF_LONG = MASK >>> 2;

    private final @Nullable Value[] values = new Value[2 << BITS];
    private final int[] once = new int[2 << BITS];

    /** For each name, how many more long values may not come again. */
    private final int[] patience;

    private int turn;

    /** A value of a name, the checks that it satisfies, and the rules that wait for one of them. */
    static final class Value {
        private final long hash;
        private final int name;
        private final byte[] bytes;
        final int[] checks;
        final int[] rules;

        /** For each question two bits of the same number: whether it was asked, and the answer. */
        private int @Nullable [] answers;

        Value(long hash, int name, byte[] bytes, int[] checks, int[] rules) {
            this.hash = hash;
            this.name = name;
            this.bytes = bytes;
            this.checks = checks;
            this.rules = rules;
        }

        /**
         * What a question that is asked only when needed was answered: {@link #YES}, {@link #NO},
         * or 0 where it wasn't asked.
         */
        int answer(int question) {
            int[] known = answers;
            int at = question >>> 4;
            return known != null && at < known.length
                    ? (known[at] >>> ((question & 15) << 1)) & 3
                    : 0;
        }

        void answered(int question, boolean answer) {
            int[] known = answers;
            int at = question >>> 4;
            if (known == null) {
                known = new int[at + 1];
            } else if (at >= known.length) {
                known = Arrays.copyOf(known, at + 1);
            }
            known[at] |= (answer ? YES : NO) << ((question & 15) << 1);
            answers = known;
        }

        private boolean is(long hashed, int named, byte[] buffer, int from, int to) {
            return hash == hashed
                    && name == named
                    && Arrays.equals(bytes, 0, bytes.length, buffer, from, to);
        }
    }

    /** Knows nothing yet of the values of so many names. */
    Known(int names) {
        patience = new int[names + 1];
        Arrays.fill(patience, PATIENCE);
    }

    /** Whether it is worth looking up a value of so many bytes. */
    boolean isWorth(int name, int length) {
        return length <= SHORT
                || (length <= LONGEST && (patience[name + 1] > 0 || (++turn & (SOME - 1)) == 0));
    }

    static long hash(byte[] bytes, int from, int to, int name, byte kind) {
        return Words.hash(bytes, from, to) + (name * 8L + kind) * 0x9E37_79B9_7F4A_7C15L;
    }

    /** The value where it was seen before; null where it wasn't. */
    @Nullable Value find(long hash, int name, byte[] buffer, int from, int to) {
        int at = place(hash, to - from);
        Value first = values[at];
        if (first != null && first.is(hash, name, buffer, from, to)) {
            hope(name);
            return first;
        }
        Value second = values[at + 1];
        if (second != null && second.is(hash, name, buffer, from, to)) {
            hope(name);
            return second;
        }
        return null;
    }

    /** Whether a value of so many bytes wasn't found for the second time. */
    boolean again(long hash, int name, int length) {
        int at = (int) (hash >>> 20) & (once.length - 1);
        int mark = (int) hash | 1;
        if (once[at] == mark) {
            hope(name);
            return true;
        }
        once[at] = mark;
        if (length > SHORT) {
            patience[name + 1]--;
        }
        return false;
    }

    /** The first of the two places that a value may lie in. */
    private static int place(long hash, int length) {
        return ((int) (hash >>> 32) & (length > SHORT ? MASK_OF_LONG : MASK)) << 1;
    }

    private void hope(int name) {
        if (patience[name + 1] != PATIENCE) {
            patience[name + 1] = PATIENCE;
        }
    }

    void keep(Value value) {
        int at = place(value.hash, value.bytes.length);
        values[at + 1] = values[at];
        values[at] = value;
    }
}
