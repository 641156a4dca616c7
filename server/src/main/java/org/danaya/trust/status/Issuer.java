package org.danaya.trust.status;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * An authority as CertIDs name it.
 *
 * @param offline whether its key is elsewhere, as a root's is
 * @param subject its Name, in DER
 * @param since notBefore of its certificate, in seconds
 * @param names the hash of its name, by {@link CertIdHash}
 * @param keys the hash of its key's bits, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Issuer(
        int authority, boolean offline, byte[] subject, long since, byte[][] names, byte[][] keys) {

    /**
     * The issuer of a certificate.
     *
     * @throws IllegalArgumentException where it isn't one in DER
     */
    static Issuer of(int authority, boolean offline, byte[] certificate) {
        Certificate read = Certificate.getInstance(certificate);
        try {
            byte[] subject = read.getSubject().getEncoded(ASN1Encoding.DER);
            byte[] key = read.getSubjectPublicKeyInfo().getPublicKeyData().getBytes();
            return new Issuer(
                    authority,
                    offline,
                    subject,
                    read.getStartDate().getDate().toInstant().getEpochSecond(),
                    hashes(subject),
                    hashes(key));
        } catch (IOException e) {
            throw new IllegalArgumentException("no certificate", e);
        }
    }

    /** Whether the CertID, whose digest is this, is of one of its certificates. */
    boolean issued(CertId id, int hash) {
        byte[] name = names[hash];
        byte[] key = keys[hash];
        return id.length() == name.length
                && Arrays.equals(id.request(), id.key(), id.key() + id.length(), key, 0, key.length)
                && Arrays.equals(
                        id.request(), id.name(), id.name() + id.length(), name, 0, name.length);
    }

    private static byte[][] hashes(byte[] bytes) {
        return Stream.of(CertIdHash.values()).map(hash -> hash.of(bytes)).toArray(byte[][]::new);
    }
}
