package org.danaya.trust.validation;

import java.time.Instant;
import java.util.Optional;

/**
 * A source of trust, as it stands.
 *
 * @param name what people call it
 * @param issued when it was made or last changed
 * @param nextUpdate after when it may not be relied on
 * @param anchors how many certificates it trusts
 * @param usable whether its anchors are used; a source that is broken or past its date is not
 */
public record AnchorsState(
        String name,
        Optional<Instant> issued,
        Optional<Instant> nextUpdate,
        int anchors,
        boolean usable) {

    /** The name of our own authorities: the key of its words. */
    public static final String OWN = "validation.anchors.own";

    /** The name of our own authorities for rehearsals, whose certificates are worth nothing. */
    public static final String REHEARSAL = "validation.anchors.rehearsal";

    /** Whether what it answers for is a rehearsal. */
    public boolean rehearsal() {
        return name.equals(REHEARSAL);
    }
}
