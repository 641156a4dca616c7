package org.danaya.trust.timestamp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.Certificate;
import org.danaya.base.Sha256;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.TokenKey;
import org.danaya.trust.der.Der;

/**
 * A timestamp unit: a key, its certificate, and what every token holds of them.
 *
 * @param digest the name of the digest of its signatures
 * @param digestId the AlgorithmIdentifier of that digest
 * @param signatureId the AlgorithmIdentifier of its signatures
 * @param signer the field sid of a SignerInfo: issuer and serial
 * @param reference the attribute signingCertificateV2 (RFC 5816 §2.2.1)
 * @param certificates the field certificates of a SignedData
 * @param from notBefore of its certificate, in seconds
 * @param until notAfter
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TimestampUnit(
        TokenKey key,
        String digest,
        byte[] digestId,
        byte[] signatureId,
        byte[] signer,
        byte[] reference,
        byte[] certificates,
        long from,
        long until) {

    private static final byte[] SIGNING_CERTIFICATE = Der.oid("1.2.840.113549.1.9.16.2.47");
    private static final byte[] SHA_256 = Der.of(Der.SEQUENCE, Der.oid("2.16.840.1.101.3.4.2.1"));
    private static final byte[] SHA_384 = Der.of(Der.SEQUENCE, Der.oid("2.16.840.1.101.3.4.2.2"));
    private static final byte[] SHA_512 = Der.of(Der.SEQUENCE, Der.oid("2.16.840.1.101.3.4.2.3"));

    /**
     * A key with its certificate.
     *
     * @param chain the unit's certificate and those above it that tokens carry, in DER
     * @throws IllegalArgumentException where the first isn't a certificate
     */
    static TimestampUnit of(TokenKey key, List<byte[]> chain) {
        byte[] der = chain.getFirst();
        Certificate certificate = Certificate.getInstance(der);
        String digest = digest(key.algorithm());
        return new TimestampUnit(
                key,
                digest,
                switch (digest) {
                    case "SHA-256" -> SHA_256;
                    case "SHA-384" -> SHA_384;
                    default -> SHA_512;
                },
                Der.signatureAlgorithm(key.algorithm()),
                signer(certificate),
                reference(der),
                Der.of(Der.constructed(0), chain.toArray(byte[][]::new)),
                certificate.getStartDate().getDate().toInstant().getEpochSecond(),
                certificate.getEndDate().getDate().toInstant().getEpochSecond());
    }

    /** As the signature's algorithm wants it (RFC 5754, 5758, 8419, 9882). */
    private static String digest(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256, RSA_3072, RSA_4096 -> "SHA-256";
            case EC_P384 -> "SHA-384";
            case ED25519, ML_DSA_44, ML_DSA_65 -> "SHA-512";
        };
    }

    private static byte[] signer(Certificate certificate) {
        try {
            return Der.of(
                    Der.SEQUENCE,
                    certificate.getIssuer().getEncoded(ASN1Encoding.DER),
                    certificate.getSerialNumber().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By SHA-256, which is the default and so isn't written. */
    private static byte[] reference(byte[] certificate) {
        byte[] id = Der.of(Der.SEQUENCE, Der.of(Der.OCTET_STRING, Sha256.of(certificate)));
        byte[] value = Der.of(Der.SEQUENCE, Der.of(Der.SEQUENCE, id));
        return Der.of(Der.SEQUENCE, SIGNING_CERTIFICATE, Der.of(Der.SET, value));
    }

    static byte[] digested(String digest, byte[] bytes) {
        try {
            return MessageDigest.getInstance(digest).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java 25 has " + digest, e);
        }
    }
}
