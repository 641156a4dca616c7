package org.danaya.trust.status;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.danaya.crypto.TokenKey;
import org.danaya.trust.authority.Authority;
import org.danaya.trust.status.DelegatedKeys.Delegated;

/**
 * The delegated responders of this machine, one for each authority.
 *
 * <p>For any number of threads, one at a time.
 */
final class Responders {

    private static final String PREFIX = "ocsp-";

    /** After half of its time, a responder gets a successor. */
    private static final double RENEWAL = 0.5;

    private final DelegatedKeys keys;
    private final Standing standing;
    private final boolean byName;

    /** By authority, the responder that answers for it now. */
    private final Map<Integer, Delegated> used = new HashMap<>();

    /**
     * @param byName whether answers name them by their subject
     */
    Responders(DelegatedKeys keys, Standing standing, boolean byName) {
        this.keys = keys;
        this.standing = standing;
        this.byName = byName;
    }

    /**
     * Lets the youngest responder of each authority answer for it, also one that came as a file.
     */
    synchronized void load(List<Authority> authorities, Instant now) {
        for (Authority authority : authorities) {
            Delegated before = used.get(authority.id());
            keys.youngest(PREFIX + authority.code(), now)
                    .filter(label -> before == null || !label.equals(before.label()))
                    .ifPresent(label -> use(authority, keys.open(label)));
        }
    }

    /** Whether an authority needs a new responder: it has none, or half of its time is over. */
    synchronized boolean isDue(Authority authority, Instant now) {
        Delegated current = used.get(authority.id());
        return current == null || current.isPast(RENEWAL, now);
    }

    /**
     * Makes a new responder and lets it answer.
     *
     * @param issue gives the certificate for a key, in DER
     */
    synchronized void renew(Authority authority, Instant now, Function<TokenKey, byte[]> issue) {
        use(authority, keys.make(PREFIX + authority.code(), now, issue));
    }

    /** The responder of each authority, by its number. */
    synchronized Map<Integer, Delegated> used() {
        return Map.copyOf(used);
    }

    private void use(Authority authority, Delegated responder) {
        used.put(authority.id(), responder);
        standing.responder(
                authority.id(), Responder.of(responder.key(), responder.certificate(), byName));
    }
}
