package org.danaya.mandates.calendar;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody who stands for two on the same days.
 *
 * @param first one of the two
 * @param last the last day that they share
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

    /**
     * One of the two.
     *
     * @param id of the delegation or the mandate
     * @param structure in whose name
     */
    public record Side(UUID id, long number, UUID structure) {}
}
