package org.danaya.consultation.answer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An answer that was given to an observation.
 *
 * @param place among those that it was given, from 1
 * @param session in which it was decided
 * @param account who decided it
 */
public record Given(
        UUID observation,
        int place,
        Disposition disposition,
        Optional<UUID> session,
        UUID account,
        Instant at) {

    /** The same to whoever may not read why. */
    public Given masked() {
        return new Given(observation, place, disposition.masked(), session, account, at);
    }
}
