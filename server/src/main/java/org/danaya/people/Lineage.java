package org.danaya.people;

import java.time.LocalDate;
import java.util.Locale;
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
        Kind kind,
        @Nullable LocalDate on,
        @Nullable String act) {

    /**
     * How a structure comes from another. Words under {@code people.lineage.CODE}, told of the
     * successor, and {@code people.lineage.CODE.before}, told of the predecessor.
     */
    public enum Kind {
        /** The successor continues the predecessor. */
        SUCCEEDS,
        /** The successor is one of the parts that the predecessor was split into. */
        SPLITS,
        /** The successor is what the predecessor and others were merged into. */
        MERGES;

        /** The stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
