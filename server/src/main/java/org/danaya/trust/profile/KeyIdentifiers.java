package org.danaya.trust.profile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The identifier of a public key. */
public final class KeyIdentifiers {

    private static final int BYTES = 20;

    private KeyIdentifiers() {}

    /**
     * The leftmost 160 bits of SHA-256 over the key's bits (RFC 7093 §2, method 1).
     *
     * @param subjectPublicKeyInfo the DER
     */
    public static byte[] of(byte[] subjectPublicKeyInfo) {
        try {
            byte[] bits =
                    SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo)
                            .getPublicKeyData()
                            .getOctets();
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bits), BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
