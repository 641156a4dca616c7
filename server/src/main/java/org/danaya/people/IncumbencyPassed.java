package org.danaya.people;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Whoever appointed a successor wants what was held in an incumbency to pass to them. Published in
 * the transaction that records both, before {@link IncumbencyEnded}.
 *
 * @param incumbency the one that ends
 * @param successor the one that begins
 * @param day its first day
 */
public record IncumbencyPassed(UUID incumbency, UUID successor, LocalDate day) {}
