package org.danaya.mandates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;

/**
 * What somebody in the chain of a mandate really has: their own, cut to what all above them have.
 *
 * @param powers those that are left all the way up
 * @param scope their own, which lies within that of all above, or else no power is left
 * @param period the days that all above share
 * @param depth how often it may be passed on
 * @param hold what stands in its way
 */
public record Worth(Powers powers, Scope scope, Period period, int depth, Hold hold) {

    /** What stands in a mandate's way, the weaker first. */
    public enum Hold {
        /** Nothing. */
        NONE,
        /** It, or one above it, isn't in force yet. */
        PENDING,
        /** It, or one above it, is suspended. */
        SUSPENDED,
        /** It, or one above it, is over for good, or goes beyond what is above it. */
        REVOKED;

        private Hold or(Hold other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /**
     * The worth of a mandate, from those above it.
     *
     * @param office what the office at the top could grant; empty where it didn't count
     * @param chain the mandate first, then the one that it was granted under, and so on, each as it
     *     was at the instant
     */
    static Worth of(Optional<Worth> office, List<Mandate> chain) {
        Optional<Worth> above = office;
        for (Mandate mandate : chain.reversed()) {
            above = Optional.of(below(above, mandate));
        }
        return above.orElseThrow();
    }

    /** Whether it holds on a day. */
    public boolean holds(LocalDate day) {
        return hold == Hold.NONE && !powers.isEmpty() && period.contains(day);
    }

    /** Whether it lets its holder do something on a day. */
    public boolean holds(Power power, LocalDate day) {
        return holds(day) && powers.has(power);
    }

    /** Where terms go beyond what this could grant; nothing where they may be granted. */
    public List<Objection> beyond(Terms terms) {
        List<Objection> beyond = new ArrayList<>();
        if (hold != Hold.NONE || powers.isEmpty()) {
            beyond.add(new Objection.NotHeld(hold));
        }
        terms.powers().without(powers).toSet().stream()
                .map(Objection.OfPower::new)
                .forEach(beyond::add);
        terms.scope().beyond(scope).stream().map(Objection.OfScope::new).forEach(beyond::add);
        if (!terms.scope().withinMost(scope)) {
            beyond.add(new Objection.OfAmount());
        }
        if (!terms.period().within(period)) {
            beyond.add(new Objection.OfPeriod(period));
        }
        if (terms.depth() > depth - 1) {
            beyond.add(new Objection.OfDepth(Math.max(0, depth - 1)));
        }
        return beyond;
    }

    private static Worth below(Optional<Worth> above, Mandate mandate) {
        Terms terms = mandate.head().terms();
        Hold own =
                switch (mandate) {
                    case Mandate.InForce _, Mandate.Expired _ -> Hold.NONE;
                    case Mandate.Draft _, Mandate.Approved _, Mandate.Signed _ -> Hold.PENDING;
                    case Mandate.Suspended _ -> Hold.SUSPENDED;
                    case Mandate.Revoked _, Mandate.Replaced _, Mandate.Withdrawn _ -> Hold.REVOKED;
                };
        return below(above, own, mandate.left(), terms.scope(), terms.period(), terms.depth());
    }

    /**
     * The worth of a mandate.
     *
     * @param above what its grantor is worth; empty where it is an office that doesn't count
     * @param own what stands in its way by itself
     * @param held what is left of it by itself
     * @param said the days that it says
     * @param depth that it says
     */
    static Worth below(
            Optional<Worth> above,
            Hold own,
            Mandate.Held held,
            Scope scope,
            Period said,
            int depth) {
        if (above.isEmpty()) {
            return new Worth(Powers.NONE, scope, said, 0, own.or(Hold.REVOKED));
        }
        Worth top = above.get();
        Powers left = held.powers().and(top.powers);
        Optional<Period> days = both(held.period(), top.period);
        boolean beyond =
                left.isEmpty() || days.isEmpty() || !scope.within(top.scope) || top.depth < 1;
        return new Worth(
                beyond ? Powers.NONE : left,
                scope,
                days.orElse(held.period()),
                Math.min(depth, Math.max(0, top.depth - 1)),
                own.or(top.hold).or(beyond ? Hold.REVOKED : Hold.NONE));
    }

    private static Optional<Period> both(Period one, Period other) {
        return one.meets(other)
                ? Optional.of(
                        new Period(
                                one.from().isAfter(other.from()) ? one.from() : other.from(),
                                one.until().isBefore(other.until()) ? one.until() : other.until()))
                : Optional.empty();
    }
}
