package org.danaya.consultation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened to a version. It is appended, in the order of time, never edited.
 *
 * @param kind {@code drafted}, {@code withdrawn}, {@code superseded}, {@code abandoned}, or the
 *     code of the {@link Stage} that it came to
 * @param under by what it was done in the lead's name; empty where nothing is needed
 * @param other the version that took its place
 * @param reason what was said about it
 */
public record VersionEvent(
        String kind,
        Instant at,
        UUID account,
        Optional<Under> under,
        Optional<UUID> other,
        Optional<String> reason) {

    /**
     * By what something was done in a structure's name.
     *
     * @param basis as {@link org.danaya.people.Basis} writes itself
     * @param signer the name of whoever did it
     * @param function as what
     */
    public record Under(String basis, String signer, String function) {

        /** From the three columns that keep it; nothing where the first is empty. */
        static Optional<Under> read(String basis, String signer, String function) {
            return basis.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Under(basis, signer, function));
        }
    }
}
