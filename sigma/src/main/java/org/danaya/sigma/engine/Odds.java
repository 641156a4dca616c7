package org.danaya.sigma.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How likely checks are, and so what a rule waits for: it is evaluated only when one of a few
 * checks holds, without which it can't.
 */
final class Odds {

    /** One of these holds whenever the rule does. */
    record Watch(double odds, List<Integer> checks) {}

    /** A rule that may hold on any event. */
    static final Watch ALWAYS = new Watch(Double.POSITIVE_INFINITY, List.of());

    private final double[] odds;

    Odds(double[] odds) {
        this.odds = odds;
    }

    double of(Formula formula) {
        return switch (formula) {
            case Formula.Holds(int check) -> odds[check];
            case Formula.Fails(int check) -> 1 - odds[check];
            case Formula.And(List<Formula> parts) -> {
                double least = parts.isEmpty() ? 1 : Double.POSITIVE_INFINITY;
                for (Formula part : parts) {
                    least = Math.min(least, of(part));
                }
                yield least;
            }
            case Formula.Or(List<Formula> parts) -> {
                double sum = 0;
                for (Formula part : parts) {
                    sum += of(part);
                }
                yield Math.min(1, sum);
            }
        };
    }

    /** The checks of which one is needed that together hold most seldom. */
    Watch watch(Formula formula) {
        return switch (formula) {
            case Formula.Holds(int check) -> new Watch(odds[check], List.of(check));
            case Formula.Fails(int unused) -> ALWAYS;
            case Formula.And(List<Formula> parts) -> {
                Watch best = ALWAYS;
                for (Formula part : parts) {
                    Watch watch = watch(part);
                    if (watch.odds() < best.odds()) {
                        best = watch;
                    }
                }
                yield best;
            }
            case Formula.Or(List<Formula> parts) -> one(parts);
        };
    }

    /** What is waited for where one of the parts is enough. */
    private Watch one(List<Formula> parts) {
        double sum = 0;
        Set<Integer> checks = new LinkedHashSet<>();
        for (Formula part : parts) {
            Watch watch = watch(part);
            if (watch.equals(ALWAYS)) {
                return ALWAYS;
            }
            sum += watch.odds();
            checks.addAll(watch.checks());
        }
        return new Watch(sum, List.copyOf(checks));
    }
}
