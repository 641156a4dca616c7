package org.danaya.sigma.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Literals, each with the number of the pattern that it stands for; a {@link Search} finds them.
 */
public final class Literals {

    private static final int LONG = 7;
    private static final int MIDDLE = 5;

    /** So many of less than seven bytes are looked for by two of their bytes. */
    private static final int FEW = 256;

    final Exact whole;
    final Trie starts;
    final Trie ends;
    final Grams longs;
    final Grams middles;
    final Pairs shorts;
    final List<Literal> singles;

    /** Where a literal stands in a text. */
    public enum Place {
        WHOLE,
        START,
        END,
        ANYWHERE
    }

    private Literals(Collected collected, Popularity popularity) {
        whole = new Exact(collected.whole);
        starts = new Trie(collected.starts, false);
        ends = new Trie(collected.ends, true);
        longs = new Grams(collected.longs, LONG - Grams.GRAM + 1, popularity);
        List<Literal> few = new ArrayList<>(collected.shorts);
        List<Literal> many = collected.middles;
        if (few.size() + many.size() <= FEW) {
            few.addAll(many);
            many = List.of();
        }
        middles = new Grams(many, MIDDLE - Grams.GRAM + 1, popularity);
        boolean pairs = few.stream().anyMatch(literal -> literal.bytes().length == Pairs.LEAST);
        shorts = new Pairs(few, pairs || !many.isEmpty() ? 1 : 2, popularity);
        singles = List.copyOf(collected.singles);
    }

    /** Collects literals, without their case and never empty but for whole texts. */
    public static final class Collected {

        private final List<Literal> whole = new ArrayList<>();
        private final List<Literal> starts = new ArrayList<>();
        private final List<Literal> ends = new ArrayList<>();
        private final List<Literal> longs = new ArrayList<>();
        private final List<Literal> middles = new ArrayList<>();
        private final List<Literal> shorts = new ArrayList<>();
        private final List<Literal> singles = new ArrayList<>();

        public void add(Place place, byte[] bytes, int pattern) {
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
            return length >= Pairs.LEAST ? shorts : singles;
        }

        /** Counts what all literals are made of. */
        public void count(Popularity popularity) {
            for (List<Literal> list : List.of(whole, starts, ends, longs, middles, shorts)) {
                list.forEach(literal -> popularity.add(literal.bytes()));
            }
        }

        public Literals done(Popularity popularity) {
            return new Literals(this, popularity);
        }
    }
}
