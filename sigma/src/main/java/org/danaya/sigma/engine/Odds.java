package org.danaya.sigma.engine;

import java.util.List;

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
            case Formula.And(List<Formula> parts) ->
                    parts.stream().mapToDouble(this::of).min().orElse(1);
            case Formula.Or(List<Formula> parts) ->
                    Math.min(1, parts.stream().mapToDouble(this::of).sum());
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
            case Formula.Or(List<Formula> parts) -> {
                List<Watch> all = parts.stream().map(this::watch).toList();
                yield all.contains(ALWAYS)
                        ? ALWAYS
                        : new Watch(
                                all.stream().mapToDouble(Watch::odds).sum(),
                                all.stream()
                                        .flatMap(watch -> watch.checks().stream())
                                        .distinct()
                                        .toList());
            }
        };
    }
}
