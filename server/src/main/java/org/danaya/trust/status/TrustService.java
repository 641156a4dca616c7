package org.danaya.trust.status;

import java.time.Instant;
import java.util.Optional;
import org.danaya.page.Tag;

/** A service whose state the public page tells beside that of the authorities. */
@FunctionalInterface
public interface TrustService {

    /** How it is now: quick, and without a call to the outside. */
    State state();

    /**
     * How a service is.
     *
     * @param name the key of its name
     * @param about the key of the sentence that says more
     * @param time what the sentence's place is filled with
     */
    record State(String name, Tag tag, String about, Optional<Instant> time) {}
}
