package org.danaya.trust.profile;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long a certificate lives.
 *
 * @param most from notBefore to notAfter, both included (RFC 5280 §4.1.2.5)
 * @param usual what stands where nothing shorter is asked for
 * @param backdate how far before now it begins, for clients whose clock is slow
 */
public record Lifetime(Duration most, Duration usual, Duration backdate) {

    /** The first and the last second of a certificate. */
    public record Validity(Instant notBefore, Instant notAfter) {}

    /** The usual validity from now on, which never passes the issuer's. */
    public Validity from(Instant now, Instant issuerNotAfter) {
        return from(now, usual, issuerNotAfter);
    }

    /** A validity of a length of one's own, cut at the profile's limit and at the issuer's end. */
    public Validity from(Instant now, Duration length, Instant issuerNotAfter) {
        Instant notBefore = now.minus(backdate).truncatedTo(ChronoUnit.SECONDS);
        Duration cut = length.compareTo(most) > 0 ? most : length;
        Instant notAfter = notBefore.plus(cut).minusSeconds(1);
        return new Validity(
                notBefore, notAfter.isAfter(issuerNotAfter) ? issuerNotAfter : notAfter);
    }
}
