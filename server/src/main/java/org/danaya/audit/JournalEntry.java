package org.danaya.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is read.
 *
 * @param id the order of writing
 * @param actorKind {@code PERSON}, {@code STRANGER}, {@code OPERATOR} or {@code PROGRAM}
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

    /** Whether it was refused. */
    public boolean refused() {
        return outcome.equals("REFUSED");
    }
}
