package org.danaya.mandates.delegation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Reach;

/**
 * Which delegations to list.
 *
 * @param text words of the event and the place, or a number such as {@code D-12}; empty for all
 * @param structure in whose name they go
 * @param reach of whoever looks
 */
public record DelegationSearch(
        String text, Optional<Delegation.State> state, Optional<UUID> structure, Reach reach) {

    /** To sort by the number: what {@code order by} says. */
    public static final String BY_NUMBER = "number";

    /** To sort by the first day. */
    public static final String BY_BEGIN = "from_day";

    /** All within a reach. */
    public static DelegationSearch of(Reach reach) {
        return new DelegationSearch("", Optional.empty(), Optional.empty(), reach);
    }

    /** The same for one state. */
    public DelegationSearch in(Delegation.State other) {
        return new DelegationSearch(text, Optional.of(other), structure, reach);
    }

    /**
     * A delegation in a list.
     *
     * @param last the last of its days
     * @param members how many whose place isn't lost
     */
    public record Found(
            UUID id,
            long number,
            String name,
            String place,
            String country,
            LocalDate from,
            LocalDate last,
            UUID structure,
            Delegation.State state,
            long members) {}
}
