package org.danaya.trust.status;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which authorities there are, who answers for each, and how current the index is. */
final class Standing {

    private final Map<Integer, Responder> responders = new ConcurrentHashMap<>();
    private volatile Issuers issuers = Issuers.NONE;
    private volatile long knownAt;

    Issuers issuers() {
        return issuers;
    }

    void issuers(Issuers now) {
        issuers = now;
    }

    /** The responder of an authority; null where it has none yet. */
    @Nullable Responder responder(int authority) {
        return responders.get(authority);
    }

    void responder(int authority, Responder responder) {
        responders.put(authority, responder);
    }

    /** When all statuses were last known to be current, in seconds; 0 before they were read. */
    long knownAt() {
        return knownAt;
    }

    /** All statuses that were committed before this moment are in the index. */
    void knownAt(long epochSecond) {
        knownAt = Math.max(knownAt, epochSecond);
    }
}
