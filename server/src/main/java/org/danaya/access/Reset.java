package org.danaya.access;

import java.time.Instant;
import java.util.UUID;

/** The wish that an account whose owner lost every key be opened anew, roles kept. */
public sealed interface Reset {

    /**
     * What was asked.
     *
     * @param by the account of who asked
     */
    record Asked(UUID id, UUID account, String reason, UUID by, Instant at) {}

    /** It waits for another person's decision. */
    record Pending(Asked asked) implements Reset {}

    /** Another person approved: what the owner had proves nothing any more. */
    record Approved(Asked asked, UUID by, Instant at) implements Reset {}

    /** Another person refused. */
    record Refused(Asked asked, UUID by, String reason, Instant at) implements Reset {}

    /** Who asked took it back, or the account was closed meanwhile. */
    record Withdrawn(Asked asked, Instant at) implements Reset {}

    /** What was asked. */
    Asked asked();
}
