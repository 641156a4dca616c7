package org.danaya.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The act that adopted a version, as it was recorded last.
 *
 * @param recordedBy the account
 * @param under by what it was recorded in the lead's name
 * @param place 1 for what was recorded first
 * @param correction why what was recorded before isn't right; empty where nothing was
 */
public record Adoption(
        UUID version,
        int place,
        Act act,
        UUID recordedBy,
        Instant recordedAt,
        Optional<VersionEvent.Under> under,
        Optional<String> correction) {

    /** How long a number may be, in characters. */
    public static final int LONGEST_NUMBER = 60;

    /** How long a reference may be, in characters. */
    public static final int LONGEST_REFERENCE = 300;

    /**
     * The act.
     *
     * @param number as it is officially written; empty where such an act has none
     * @param day of the act
     * @param reference where it is officially said; one line
     */
    public record Act(AdoptionKind kind, Optional<String> number, LocalDate day, String reference) {

        /** Line by line, for what is signed and for leaves. */
        String lines() {
            return """
            act %s
            number %s
            day %s
            reference %s
            """
                    .formatted(kind.code(), number.orElse("-"), day, reference);
        }
    }
}
