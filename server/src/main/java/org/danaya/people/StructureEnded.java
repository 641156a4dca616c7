package org.danaya.people;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The end of a structure was decided. Published in the transaction that records it, after those of
 * its incumbencies.
 *
 * @param until the first day on which it doesn't exist any more
 */
public record StructureEnded(UUID structure, LocalDate until) {}
