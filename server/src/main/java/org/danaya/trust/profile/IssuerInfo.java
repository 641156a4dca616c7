package org.danaya.trust.profile;

import java.time.Instant;
import org.danaya.crypto.KeyAlgorithm;

/**
 * What an issuer puts into the certificates that it signs.
 *
 * @param name the DER of its subject
 * @param keyIdentifier its subject key identifier
 * @param algorithm of the key that it signs with
 * @param notAfter its last second
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record IssuerInfo(
        AuthorityKind kind,
        byte[] name,
        byte[] keyIdentifier,
        KeyAlgorithm algorithm,
        Instant notAfter,
        Addresses addresses) {

    /**
     * Where relying parties ask about what it issued. Plain HTTP (RFC 5280 §4.2.1.13, §4.2.2.1).
     *
     * @param crl of its revocation lists, with {@code {partition}} where the part's name goes
     * @param ocsp of its responder
     * @param certificate of its own certificate
     */
    public record Addresses(String crl, String ocsp, String certificate) {

        /** The address of a part of the revocation list. */
        public String crl(String partition) {
            return crl.replace("{partition}", partition);
        }
    }
}
