package org.danaya.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A structure comes from another.
 *
 * @param on the day on which it happened, if known
 * @param act the reference of the act that says so, if known
 */
public record Lineage(
        UUID id,
        Structure predecessor,
        Structure successor,
        LineageKind kind,
        @Nullable LocalDate on,
        @Nullable String act) {}
