package org.danaya.trust.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.Certificate;
import org.danaya.crypto.TokenKey;
import org.danaya.trust.der.Der;

/**
 * A key that signs OCSP answers for one authority, and what each of its answers holds of it.
 *
 * @param id the ResponderID as answers carry it
 * @param certificates the field certs of a BasicOCSPResponse
 * @param algorithm the AlgorithmIdentifier of its signatures
 * @param from notBefore of its certificate, in seconds
 * @param until notAfter
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Responder(
        TokenKey key, byte[] id, byte[] certificates, byte[] algorithm, long from, long until) {

    /**
     * A key with its certificate.
     *
     * @param byName whether answers name it by its subject rather than by its key (RFC 6960 §4.2.1)
     * @throws IllegalArgumentException where the certificate isn't one in DER
     */
    static Responder of(TokenKey key, byte[] certificate, boolean byName) {
        Certificate read = Certificate.getInstance(certificate);
        return new Responder(
                key,
                byName ? name(read) : key(read),
                Der.of(Der.constructed(0), Der.of(Der.SEQUENCE, certificate)),
                Der.signatureAlgorithm(key.algorithm()),
                read.getStartDate().getDate().toInstant().getEpochSecond(),
                read.getEndDate().getDate().toInstant().getEpochSecond());
    }

    private static byte[] name(Certificate certificate) {
        try {
            return Der.of(
                    Der.constructed(1), certificate.getSubject().getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] key(Certificate certificate) {
        byte[] bits = certificate.getSubjectPublicKeyInfo().getPublicKeyData().getBytes();
        return Der.of(Der.constructed(2), Der.of(Der.OCTET_STRING, CertIdHash.SHA_1.of(bits)));
    }
}
