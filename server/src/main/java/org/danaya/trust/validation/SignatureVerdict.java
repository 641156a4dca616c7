package org.danaya.trust.validation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was found about one signature.
 *
 * @param id its identifier in the reports
 * @param standing whether it holds
 * @param by who signed, as the certificate says
 * @param at when
 * @param level the format and level, such as {@code PAdES-BASELINE-LT}
 * @param indication the indication of EN 319 102-1 and its sub-indication, as the report has them
 * @param status how old what is known about revocation is: when it was produced
 * @param revokedSince when the certificate was revoked, where the signature holds because it is
 *     older
 * @param covers the names of what it covers
 * @param roles the functions that the signer claims
 * @param technical messages of the report, for specialists, in the reader's language where there
 *     are any
 */
public record SignatureVerdict(
        String id,
        Standing standing,
        Signer by,
        Moment at,
        String level,
        String indication,
        Optional<Instant> status,
        Optional<Instant> revokedSince,
        List<String> covers,
        List<Remark> remarks,
        List<Role> roles,
        List<String> technical) {

    /**
     * A function that the signer claims: nothing proves it but the signer's own word, unless this
     * installation made the signature and wrote down by what right.
     *
     * @param recorded whether it did
     */
    public record Role(String text, boolean recorded) {}

    /**
     * Who signed.
     *
     * @param name the person, or the structure of a seal; empty where there is no certificate
     * @param structure for which structure, as the certificate says
     * @param title the function, as the certificate says
     * @param issuer who answers for it
     * @param identifier the structure's, as the certificate says (organizationIdentifier)
     * @param seal whether it is a structure's seal and no person's signature
     */
    public record Signer(
            String name,
            Optional<String> structure,
            Optional<String> title,
            Optional<String> issuer,
            Optional<String> identifier,
            boolean seal) {}

    /** When it was signed. */
    public sealed interface Moment {

        /** A timestamp proves that it existed at that time. */
        record Proven(Instant time) implements Moment {}

        /** The signer says so. */
        record Claimed(Instant time) implements Moment {}

        /** Nothing tells. */
        record Untold() implements Moment {}
    }
}
