package org.danaya.trust.profile;

import java.util.Arrays;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.danaya.base.Sha256;

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
        byte[] bits =
                SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo)
                        .getPublicKeyData()
                        .getOctets();
        return Arrays.copyOf(Sha256.of(bits), BYTES);
    }
}
