package org.danaya.mandates.calendar;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody who stands for two on the same days.
 *
 * @param first one of the two
 * @param from the first day that they share; of the one that is named, where the other isn't
 * @param last the last day, in the same way
 * @param declared whether it was declared with a reason
 */
public record Conflict(
        Kind kind,
        UUID person,
        String name,
        Side first,
        Side second,
        LocalDate from,
        LocalDate last,
        boolean declared) {

    /** Of what kind. Words under {@code mandates.conflict.KIND}. */
    public enum Kind {
        /** In two delegations. */
        DELEGATIONS,
        /** In the name of two structures. */
        STRUCTURES
    }

    /** One of the two, as far as whoever looks may know of it. */
    public sealed interface Side {

        /**
         * Within reach, or public.
         *
         * @param id of the delegation or the mandate
         * @param structure in whose name
         */
        record Named(UUID id, long number, UUID structure) implements Side {}

        /** Another structure's, which isn't public: that there is one is all there is to say. */
        record Unnamed() implements Side {}
    }
}
