package org.danaya.mandates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.danaya.verify.mandate.Power;

/**
 * A mandate at an instant, with all above it.
 *
 * @param at the instant
 * @param day the country's day then
 * @param history all that was ever recorded of it, later events too
 * @param chain the mandate first, then the one that it was granted under, and so on
 * @param office where the chain begins
 */
public record Known(
        Instant at,
        LocalDate day,
        History history,
        Worth worth,
        List<Mandate> chain,
        Office office) {

    /** The mandate itself. */
    public Mandate mandate() {
        return chain.getFirst();
    }

    /** What it says. */
    public Mandate.Head head() {
        return mandate().head();
    }

    /** The mandate that it was granted under, unless an office granted it. */
    public Optional<Mandate> above() {
        return chain.stream().skip(1).findFirst();
    }

    /** Whether it is in force or only stopped for now, by itself and by all above. */
    public boolean stands() {
        boolean own =
                switch (mandate()) {
                    case Mandate.InForce _, Mandate.Suspended _ -> true;
                    case Mandate.Draft _,
                            Mandate.Approved _,
                            Mandate.Signed _,
                            Mandate.Revoked _,
                            Mandate.Replaced _,
                            Mandate.Expired _,
                            Mandate.Withdrawn _ ->
                            false;
                };
        boolean above =
                switch (worth.hold()) {
                    case NONE, SUSPENDED -> day.isBefore(worth.period().until());
                    case PENDING, REVOKED -> false;
                };
        return own && above;
    }

    /** The code of its state, where what is above it doesn't make it a weaker one. */
    public String code() {
        String own = mandate().code();
        boolean held = mandate() instanceof Mandate.InForce;
        return switch (worth.hold()) {
            case NONE, PENDING -> own;
            case SUSPENDED -> held ? "suspended" : own;
            case REVOKED -> held || mandate() instanceof Mandate.Suspended ? "revoked" : own;
        };
    }

    /** Whether its holder may do something at this instant. */
    public boolean holds(Power power) {
        return worth.holds(power, day);
    }
}
