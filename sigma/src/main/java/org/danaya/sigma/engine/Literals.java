package org.danaya.sigma.engine;

import java.util.ArrayList;
import java.util.List;

/** The literals of a field's patterns, found in a text all at once. */
final class Literals {

    /** Where a literal stands in a text. */
    enum Place {
        WHOLE,
        START,
        END,
        ANYWHERE
    }

    private static final int LONG = 7;
    private static final int MIDDLE = 5;

    private final Exact whole;
    private final Trie starts;
    private final Trie ends;
    private final Grams longs;
    private final Grams middles;
    private final Shorts shorts;
    private final List<Literal> singles;

    private Literals(Collected collected, Popularity popularity) {
        whole = new Exact(collected.whole);
        starts = new Trie(collected.starts, false);
        ends = new Trie(collected.ends, true);
        longs = new Grams(collected.longs, LONG - 3, popularity);
        middles = new Grams(collected.middles, MIDDLE - 3, popularity);
        shorts = new Shorts(collected.shorts, popularity);
        singles = List.copyOf(collected.singles);
    }

    /** Collects literals, without their case and never empty but for whole texts. */
    static final class Collected {

        private final List<Literal> whole = new ArrayList<>();
        private final List<Literal> starts = new ArrayList<>();
        private final List<Literal> ends = new ArrayList<>();
        private final List<Literal> longs = new ArrayList<>();
        private final List<Literal> middles = new ArrayList<>();
        private final List<Literal> shorts = new ArrayList<>();
        private final List<Literal> singles = new ArrayList<>();

        void add(Place place, byte[] bytes, int pattern) {
            List<Literal> list =
                    switch (place) {
                        case WHOLE -> whole;
                        case START -> starts;
                        case END -> ends;
                        case ANYWHERE -> anywhere(bytes.length);
                    };
            list.add(new Literal(bytes, pattern));
        }

        private List<Literal> anywhere(int length) {
            if (length >= LONG) {
                return longs;
            }
            if (length >= MIDDLE) {
                return middles;
            }
            return length >= Shorts.LEAST ? shorts : singles;
        }

        void count(Popularity popularity) {
            for (List<Literal> list : List.of(whole, starts, ends, longs, middles, shorts)) {
                list.forEach(literal -> popularity.add(literal.bytes()));
            }
        }

        Literals done(Popularity popularity) {
            return new Literals(this, popularity);
        }
    }

    /** Tells the patterns whose literals stand in a text. */
    void find(byte[] text, int length, Found found) {
        whole.find(text, length, found);
        starts.find(text, length, found);
        ends.find(text, length, found);
        if (!longs.isEmpty()) {
            longs.find(text, length, found);
        }
        if (!middles.isEmpty()) {
            middles.find(text, length, found);
        }
        if (!shorts.isEmpty()) {
            shorts.find(text, length, found);
        }
        for (Literal single : singles) {
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
