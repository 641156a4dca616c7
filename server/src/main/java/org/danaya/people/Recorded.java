package org.danaya.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was recorded about a structure at one time.
 *
 * @param version the structure's version that it made
 * @param validFrom the day since which it holds; {@link LocalDate#MIN} for its beginning
 * @param recordedAt when it was recorded
 * @param supersededAt when a correction took its place, if one did
 * @param details what was recorded
 */
public record Recorded(
        int version,
        LocalDate validFrom,
        Instant recordedAt,
        Optional<Instant> supersededAt,
        StructureDetails details) {}
