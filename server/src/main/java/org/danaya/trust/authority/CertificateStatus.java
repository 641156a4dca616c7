package org.danaya.trust.authority;

import java.time.Instant;
import java.util.Optional;

/**
 * What relying parties are told about one certificate.
 *
 * @param authority the id of the authority that issued it
 * @param serial its number, unsigned, 1 to 20 bytes, without a leading zero byte
 * @param profile the id of the profile that it was issued under
 * @param sha256 of the certificate; empty where it wasn't asked for
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record CertificateStatus(
        int authority, byte[] serial, int profile, Instant notAfter, State state, byte[] sha256) {

    /** Whether it may be relied on. */
    public sealed interface State {

        /** Neither revoked nor suspended. */
        record Good() implements State {}

        /** Suspended, which may end: {@code certificateHold}. */
        record Suspended(Instant at) implements State {}

        /**
         * Revoked for good.
         *
         * @param invalidSince since when it is known or feared to be worth nothing
         */
        record Revoked(Instant at, RevocationReason reason, Optional<Instant> invalidSince)
                implements State {}
    }

    static final State GOOD = new State.Good();
}
