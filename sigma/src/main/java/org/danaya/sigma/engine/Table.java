package org.danaya.sigma.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.danaya.sigma.rule.Part;
import org.danaya.sigma.rule.ValueTest;
import org.danaya.sigma.search.Found;
import org.danaya.sigma.search.Literals;
import org.danaya.sigma.search.Popularity;
import org.jspecify.annotations.Nullable;

/**
 * All that rules ask of the values of one field: which checks a value satisfies. Literals are
 * looked for all at once; what a literal alone doesn't decide is asked only where its literal
 * stands.
 */
final class Table {

    /** Nothing is asked. */
    static final Table NOTHING = new Collected().done(new Popularity(0));

    private static final int[] NONE = {};

    private final Literals literals;
    private final int[][] checks;
    private final @Nullable Judge[] judges;
    private final Map<BigDecimal, int[]> numbers = new HashMap<>();
    private final int[] rest;
    private final int[] always;
    private final int[] nulls;

    /** Decides about a value where its literal doesn't. */
    interface Judge {
        boolean fits(Text text);
    }

    private Table(Collected collected, Popularity popularity) {
        literals = collected.literals.done(popularity);
        int size = collected.checks.size();
        checks = new int[size][];
        judges = new Judge[size];
        for (int i = 0; i < size; i++) {
            checks[i] = ints(collected.checks.get(i));
            judges[i] = collected.judges.get(i);
        }
        collected.numbers.forEach((number, patterns) -> numbers.put(number, ints(patterns)));
        rest = ints(collected.rest);
        always = ints(collected.always);
        nulls = ints(collected.nulls);
    }

    /** The numbers as an array. */
    static int[] ints(List<Integer> list) {
        int[] ints = new int[list.size()];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = list.get(i);
        }
        return ints;
    }

    /** Collects the tests of a field's checks. */
    static final class Collected {

        private final Map<Integer, Integer> patterns = new HashMap<>();
        private final List<List<Integer>> checks = new ArrayList<>();
        private final List<@Nullable Judge> judges = new ArrayList<>();
        private final Literals.Collected literals = new Literals.Collected();
        private final Map<BigDecimal, List<Integer>> numbers = new HashMap<>();
        private final List<Integer> rest = new ArrayList<>();
        private final List<Integer> always = new ArrayList<>();
        private final List<Integer> nulls = new ArrayList<>();

        /** A value that passes the test of a number satisfies the check. */
        void add(int number, ValueTest test, int check) {
            if (test instanceof ValueTest.Null) {
                nulls.add(check);
                return;
            }
            Integer known = patterns.get(number);
            if (known == null) {
                known = checks.size();
                patterns.put(number, known);
                checks.add(new ArrayList<>());
                judges.add(null);
                enter(test, known);
            }
            checks.get(known).add(check);
        }

        private void enter(ValueTest test, int pattern) {
            switch (test) {
                case ValueTest.Empty empty ->
                        literals.add(Literals.Place.WHOLE, new byte[0], pattern);
                case ValueTest.NumberEqual(BigDecimal value) ->
                        numbers.computeIfAbsent(
                                        value.stripTrailingZeros(), key -> new ArrayList<>())
                                .add(pattern);
                case ValueTest.Glob(List<Part> parts, boolean cased) -> glob(parts, cased, pattern);
                default -> {
                    judges.set(pattern, Judges.of(test));
                    Expression.literal(test)
                            .ifPresentOrElse(
                                    literal ->
                                            literals.add(
                                                    Literals.Place.ANYWHERE,
                                                    Folding.fold(literal),
                                                    pattern),
                                    () -> rest.add(pattern));
                }
            }
        }

        private void glob(List<Part> parts, boolean cased, int pattern) {
            Piece piece = Piece.longest(parts);
            if (!piece.isThere()) {
                if (parts.size() == 1 && parts.getFirst() instanceof Part.AnyRun) {
                    always.add(pattern);
                } else {
                    judges.set(pattern, new Wild(parts, cased)::fits);
                    rest.add(pattern);
                }
                return;
            }
            literals.add(piece.place(parts), piece.folded(), pattern);
            if (cased || !decided(parts, piece.at())) {
                judges.set(pattern, new Wild(parts, cased)::fits);
            }
        }

        /** Whether beside the literal only runs of any characters stand, one a side at most. */
        private static boolean decided(List<Part> parts, int literal) {
            for (Part part : parts) {
                if (part instanceof Part.AnyOne) {
                    return false;
                }
            }
            return literal <= 1 && parts.size() - literal <= 2;
        }

        /** What all literals are counted in. */
        void count(Popularity popularity) {
            literals.count(popularity);
        }

        Table done(Popularity popularity) {
            return new Table(this, popularity);
        }
    }

    /** The checks that a null satisfies. */
    int[] nulls() {
        return nulls;
    }

    /** What is to be looked for in texts. */
    Literals literals() {
        return literals;
    }

    /** How many patterns there are. */
    int size() {
        return checks.length;
    }

    /**
     * Adds the checks that a text satisfies to a set of them.
     *
     * @param found the patterns whose literals stand in it
     */
    void judge(Text text, Found found, Found satisfied) {
        for (int pattern : rest) {
            found.add(pattern);
        }
        for (int i = 0; i < found.count(); i++) {
            int pattern = found.get(i);
            Judge judge = judges[pattern];
            if (judge == null || judge.fits(text)) {
                satisfy(pattern, satisfied);
            }
        }
        for (int pattern : always) {
            satisfy(pattern, satisfied);
        }
        for (int pattern : numbers(text)) {
            satisfy(pattern, satisfied);
        }
    }

    private void satisfy(int pattern, Found satisfied) {
        for (int check : checks[pattern]) {
            satisfied.add(check);
        }
    }

    private int[] numbers(Text text) {
        if (numbers.isEmpty()) {
            return NONE;
        }
        BigDecimal number = text.numeric();
        return number == null ? NONE : numbers.getOrDefault(number.stripTrailingZeros(), NONE);
    }

    /** Checks in order, each once. */
    static int[] ordered(Found satisfied) {
        int[] checks = new int[satisfied.count()];
        for (int i = 0; i < checks.length; i++) {
            checks[i] = satisfied.get(i);
        }
        Arrays.sort(checks);
        return checks;
    }
}
