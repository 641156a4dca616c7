package org.danaya.sigma.search;

/**
 * A pass over a text for the pairs of one or two sets of literals: a bit for each that leads on.
 */
final class PairSieve {

    private static final int WORDS = 65_536 / 64;
    private static final int PAIR = 0xffff;

    private final Pairs own;
    private final Pairs shared;
    private final boolean everywhere;
    private final long[] filter = new long[WORDS];

    PairSieve(Pairs own, Pairs shared) {
        this.own = own;
        this.shared = shared;
        everywhere =
                (own.step() == 1 && !own.isEmpty()) || (shared.step() == 1 && !shared.isEmpty());
        own.enter(filter);
        shared.enter(filter);
    }

    /**
     * Tells the patterns of the literals that stand in a text.
     *
     * @param text from 0, with {@link Words#PADDING} behind
     */
    void find(byte[] text, int length, Found ofOwn, Found ofShared) {
        for (int at = 0; at < length; at += 8) {
            look(Words.eight(text, at), at, text, length, ofOwn, ofShared);
            if (everywhere && at + 1 < length) {
                look(Words.eight(text, at + 1), at + 1, text, length, ofOwn, ofShared);
            }
        }
    }

    /** Looks at the four pairs of a word. */
    private void look(long word, int at, byte[] text, int length, Found ofOwn, Found ofShared) {
        long[] bits = filter;
        int mask = bits.length - 1;
        int low = (int) word;
        int high = (int) (word >>> 32);
        int first = low & PAIR;
        int second = low >>> 16;
        int third = high & PAIR;
        int fourth = high >>> 16;
        long there =
                (bits[(first >>> 6) & mask] >>> first)
                        | (bits[(second >>> 6) & mask] >>> second)
                        | (bits[(third >>> 6) & mask] >>> third)
                        | (bits[(fourth >>> 6) & mask] >>> fourth);
        if ((there & 1) != 0) {
            look(first, at, text, length, ofOwn, ofShared);
            look(second, at + 2, text, length, ofOwn, ofShared);
            look(third, at + 4, text, length, ofOwn, ofShared);
            look(fourth, at + 6, text, length, ofOwn, ofShared);
        }
    }

    private void look(int pair, int at, byte[] text, int length, Found ofOwn, Found ofShared) {
        if ((filter[pair >>> 6] & (1L << pair)) != 0) {
            own.look(pair, at, text, length, ofOwn);
            shared.look(pair, at, text, length, ofShared);
        }
    }
}
