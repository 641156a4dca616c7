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

    /** Whether its holder may do something at this instant. */
    public boolean holds(Power power) {
        return worth.holds(power, day);
    }
}
