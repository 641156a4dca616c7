package org.danaya.mandates.status;

import java.time.Instant;
import org.danaya.verify.mandate.P256Key;

/**
 * A key that signs for mandates, by what others know of it.
 *
 * @param label in its token
 * @param from the first instant, whole seconds
 * @param signsUntil the first instant at which it signs nothing new
 * @param until the first instant at which what it signed isn't believed any more
 */
public record SigningKey(
        String label, KeyUse use, P256Key key, Instant from, Instant signsUntil, Instant until) {

    /** Whether it signs at an instant. */
    boolean signs(Instant at) {
        return !at.isBefore(from) && at.isBefore(signsUntil);
    }
}
