package org.danaya.sigma.search;

/**
 * A pass over a text for the grams of one or two sets of literals: a set of bits says of most grams
 * at once that they are none. A gram has two bits there; the second one is looked at where the
 * first is set, so that few pass that aren't there.
 */
final class GramSieve {

    private static final int BITS_A_GRAM = 32;
    private static final int LEAST_BITS = 13;
    private static final int FIRST = 0x9E37_79B1;
    private static final int SECOND = 0x85EB_CA6B;

    private final Grams own;
    private final Grams shared;
    private final int step;
    private final int shift;
    private final long[] filter;

    /** Looks for both, which have the same step. */
    GramSieve(Grams own, Grams shared) {
        this.own = own;
        this.shared = shared;
        step = own.step();
        int bits = Words.bits((own.size() + shared.size()) * BITS_A_GRAM, LEAST_BITS);
        shift = 32 - bits;
        filter = new long[(1 << bits) >>> 6];
        own.enter(this);
        shared.enter(this);
    }

    void enter(int gram) {
        int first = (gram * FIRST) >>> shift;
        filter[first >>> 6] |= 1L << first;
        int second = (gram * SECOND) >>> shift;
        filter[second >>> 6] |= 1L << second;
    }

    /**
     * Tells the patterns of the literals that stand in a text.
     *
     * @param text from 0, with {@link Words#PADDING} behind
     */
    void find(byte[] text, int length, Found ofOwn, Found ofShared) {
        if (step == Grams.GRAM) {
            byFour(text, length, ofOwn, ofShared);
        } else {
            byTwo(text, length, ofOwn, ofShared);
        }
    }

    private void byFour(byte[] text, int length, Found ofOwn, Found ofShared) {
        long[] bits = filter;
        int mask = bits.length - 1;
        int word = shift + 6;
        for (int at = 0; at < length; at += 8) {
            long eight = Words.eight(text, at);
            int low = (int) eight * FIRST;
            int high = (int) (eight >>> 32) * FIRST;
            long there =
                    (bits[(low >>> word) & mask] >>> (low >>> shift))
                            | (bits[(high >>> word) & mask] >>> (high >>> shift));
            if ((there & 1) != 0) {
                look((int) eight, at, text, length, ofOwn, ofShared);
                look((int) (eight >>> 32), at + 4, text, length, ofOwn, ofShared);
            }
        }
    }

    private void byTwo(byte[] text, int length, Found ofOwn, Found ofShared) {
        long[] bits = filter;
        int mask = bits.length - 1;
        int word = shift + 6;
        for (int at = 0; at < length; at += 4) {
            long eight = Words.eight(text, at);
            int low = (int) eight * FIRST;
            int high = (int) (eight >>> 16) * FIRST;
            long there =
                    (bits[(low >>> word) & mask] >>> (low >>> shift))
                            | (bits[(high >>> word) & mask] >>> (high >>> shift));
            if ((there & 1) != 0) {
                look((int) eight, at, text, length, ofOwn, ofShared);
                look((int) (eight >>> 16), at + 2, text, length, ofOwn, ofShared);
            }
        }
    }

    private void look(int gram, int at, byte[] text, int length, Found ofOwn, Found ofShared) {
        if (isEntered(gram * FIRST) && isEntered(gram * SECOND)) {
            own.look(gram, at, text, length, ofOwn);
            shared.look(gram, at, text, length, ofShared);
        }
    }

    private boolean isEntered(int hash) {
        int bit = hash >>> shift;
        return (filter[bit >>> 6] & (1L << bit)) != 0;
    }
}
