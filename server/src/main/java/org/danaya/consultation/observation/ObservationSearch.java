package org.danaya.consultation.observation;

import java.util.Optional;
import java.util.UUID;

/**
 * Which of the observations that were submitted about a version are looked for. What is
 * confidential is found by its words only by whoever may read them.
 *
 * @param part the {@code wId} of a part
 * @param text words of it, or its number; empty for all
 */
public record ObservationSearch(
        UUID version,
        Optional<UUID> structure,
        Optional<ObservationKind> kind,
        Optional<String> part,
        Optional<Boolean> confidential,
        Optional<Receipt> receipt,
        String text) {

    /** By number. */
    public static final String BY_NUMBER = "o.number";

    /** By structure. */
    public static final String BY_STRUCTURE = "r.structure_name collate \"und-x-icu\", o.number";

    /** By when it was submitted. */
    public static final String BY_TIME = "o.submitted_at, o.number";

    /** All that was submitted about a version. */
    public static ObservationSearch all(UUID version) {
        return new ObservationSearch(
                version,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }
}
