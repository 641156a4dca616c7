package org.danaya.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is read.
 *
 * @param id the order of writing
 * @param actorKind {@code PERSON}, {@code KEY}, {@code STRANGER}, {@code OPERATOR} or {@code
 *     PROGRAM}
 * @param facts canonical JSON of texts
 * @param address null once it was erased
 * @param position null while it waits for the chain
 * @param hash hexadecimal; null while it waits for the chain
 */
public record JournalEntry(
        long id,
        Instant at,
        String actorKind,
        String actor,
        String role,
        String act,
        String subject,
        String outcome,
        String facts,
        String request,
        @Nullable String address,
        @Nullable Long position,
        @Nullable String hash) {

    private static final int UUID_LENGTH = 36;
    private static final int BRIEF_LENGTH = 12;

    /** The actor, of whose id only the end is shown: the beginning of a UUIDv7 is its time. */
    public String briefActor() {
        return actor.length() == UUID_LENGTH
                ? "…" + actor.substring(UUID_LENGTH - BRIEF_LENGTH)
                : actor;
    }

    /** The subject, of whose id only the end is shown where it is a UUID. */
    public String briefSubject() {
        int id = subject.indexOf(':') + 1;
        return subject.length() - id == UUID_LENGTH
                ? subject.substring(0, id)
                        + "…"
                        + subject.substring(subject.length() - BRIEF_LENGTH)
                : subject;
    }

    /** Whether it was refused. */
    public boolean refused() {
        return outcome.equals("REFUSED");
    }
}
