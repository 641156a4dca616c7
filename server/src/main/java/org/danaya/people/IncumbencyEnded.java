package org.danaya.people;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The end of an incumbency was decided. Published in the transaction that records it.
 *
 * @param until the first day on which the person doesn't hold the position any more: before, on or
 *     after the day of the decision
 */
public record IncumbencyEnded(
        UUID incumbency,
        UUID position,
        UUID structure,
        UUID person,
        boolean acting,
        LocalDate until,
        Incumbency.EndCause cause) {}
