package org.danaya.people;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Whoever ended an incumbency wants what was held in it to pass to a successor. Published in the
 * transaction that records both, before {@link IncumbencyEnded}.
 *
 * @param incumbency the one that ends
 * @param successor that of whoever takes over, which may have begun before
 * @param day the first day on which they do
 */
public record IncumbencyPassed(UUID incumbency, UUID successor, LocalDate day) {}
