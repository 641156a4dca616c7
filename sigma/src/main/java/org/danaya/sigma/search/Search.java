package org.danaya.sigma.search;

import org.jspecify.annotations.Nullable;

/**
 * One or two sets of literals looked for in a text together: what may stand anywhere in it is found
 * in the same pass. Immutable, shared by threads.
 */
public final class Search {

    private final Literals own;
    private final Literals shared;
    private final @Nullable GramSieve longs;
    private final @Nullable GramSieve middles;
    private final @Nullable PairSieve shorts;

    /** A search for these and those. */
    public Search(Literals own, Literals shared) {
        this.own = own;
        this.shared = shared;
        longs = sieve(own.longs, shared.longs);
        middles = sieve(own.middles, shared.middles);
        shorts =
                own.shorts.isEmpty() && shared.shorts.isEmpty()
                        ? null
                        : new PairSieve(own.shorts, shared.shorts);
    }

    private static @Nullable GramSieve sieve(Grams own, Grams shared) {
        return own.isEmpty() && shared.isEmpty() ? null : new GramSieve(own, shared);
    }

    /**
     * Tells the patterns of the literals that stand in a text where they should.
     *
     * @param text from 0, with {@link Words#PADDING} behind
     */
    public void find(byte[] text, int length, Found ofOwn, Found ofShared) {
        ends(own, text, length, ofOwn);
        ends(shared, text, length, ofShared);
        if (longs != null) {
            longs.find(text, length, ofOwn, ofShared);
        }
        if (middles != null) {
            middles.find(text, length, ofOwn, ofShared);
        }
        if (shorts != null) {
            shorts.find(text, length, ofOwn, ofShared);
        }
    }

    private static void ends(Literals literals, byte[] text, int length, Found found) {
        literals.whole.find(text, length, found);
        literals.starts.find(text, length, found);
        literals.ends.find(text, length, found);
        for (Literal single : literals.singles) {
            if (contains(text, length, single.bytes()[0])) {
                found.add(single.pattern());
            }
        }
    }

    private static boolean contains(byte[] text, int length, byte wanted) {
        for (int i = 0; i < length; i++) {
            if (text[i] == wanted) {
                return true;
            }
        }
        return false;
    }
}
