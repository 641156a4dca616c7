package org.danaya.sigma.engine;

import java.util.List;
import org.danaya.sigma.rule.Part;
import org.danaya.sigma.rule.ValueTest;

/**
 * How likely checks are, guessed from the rules alone: what many rules ask for is common, a long
 * literal is rare.
 */
final class Guess {

    private static final double COMMON = 0.9;

    private final Tests tests;
    private final int[] users;

    private Guess(List<Check> checks, List<Integer> rules, Tests tests) {
        this.tests = tests;
        users = new int[tests.size()];
        for (int i = 0; i < rules.size(); i++) {
            for (int test : checks.get(i).tests()) {
                users[test] += rules.get(i);
            }
        }
    }

    static double[] odds(List<Check> checks, List<Integer> rules, Tests tests) {
        Guess guess = new Guess(checks, rules, tests);
        double[] odds = new double[checks.size()];
        for (int i = 0; i < odds.length; i++) {
            odds[i] = guess.odds(checks.get(i));
        }
        return odds;
    }

    private double odds(Check check) {
        return switch (check) {
            case Check.Present unused -> COMMON;
            // Never waited for: it is found out only when asked.
            case Check.Refers unused -> Double.POSITIVE_INFINITY;
            case Check.Passes passes -> sum(passes.tests());
            case Check.Anywhere anywhere -> sum(anywhere.tests());
        };
    }

    private double sum(List<Integer> numbers) {
        double sum = 0;
        for (int number : numbers) {
            sum += odds(number);
        }
        return Math.min(COMMON, sum);
    }

    private double odds(int number) {
        int length =
                switch (tests.get(number)) {
                    case ValueTest.Glob(List<Part> parts, boolean unused) ->
                            Piece.longest(parts).text().length();
                    case ValueTest.NumberEqual(var value) -> value.toPlainString().length() + 1;
                    case ValueTest.Regex regex -> 2;
                    default -> 3;
                };
        double asked = 0.05 + 0.01 * users[number];
        return Math.min(COMMON, asked * Math.pow(2, (4 - length) / 4.0));
    }
}
