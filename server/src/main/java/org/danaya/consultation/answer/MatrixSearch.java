package org.danaya.consultation.answer;

import java.util.Optional;
import java.util.UUID;

/**
 * Which lines of the matrix are looked for. What is confidential is found by its words only by
 * whoever may read them.
 *
 * @param kind the code of a kind
 * @param disposition its code; {@code open} for all that isn't answered for good, {@code unlinked}
 *     for what is accepted and changed nothing yet
 * @param part the lasting name of a part; {@link #WHOLE} for what is about the whole text
 * @param level the code of where it is arbitrated
 * @param text words of it; empty for all
 */
public record MatrixSearch(
        UUID version,
        Optional<UUID> structure,
        Optional<String> kind,
        Optional<String> disposition,
        Optional<String> part,
        Optional<Boolean> confidential,
        Optional<String> level,
        String text) {

    /** Instead of a part: what is about the whole text. */
    public static final String WHOLE = "*";

    /** By number. */
    public static final String BY_NUMBER = "o.number";

    /** By structure. */
    public static final String BY_STRUCTURE = "r.structure_name collate \"und-x-icu\"";

    /** By what became of it. */
    public static final String BY_DISPOSITION = "a.kind";

    /** All that was submitted about a version. */
    public static MatrixSearch all(UUID version) {
        return new MatrixSearch(
                version,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** All that one structure submitted. */
    public static MatrixSearch of(UUID version, UUID structure) {
        return new MatrixSearch(
                version,
                Optional.of(structure),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }
}
