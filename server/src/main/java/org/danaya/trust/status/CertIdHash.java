package org.danaya.trust.status;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.danaya.trust.der.Der;

/** The digests that a CertID may name its issuer by. */
enum CertIdHash {
    SHA_1("SHA-1", "1.3.14.3.2.26"),
    SHA_256("SHA-256", "2.16.840.1.101.3.4.2.1"),
    SHA_384("SHA-384", "2.16.840.1.101.3.4.2.2"),
    SHA_512("SHA-512", "2.16.840.1.101.3.4.2.3");

    private static final CertIdHash[] ALL = values();

    private final String digest;
    private final byte[] oid;

    CertIdHash(String digest, String oid) {
        this.digest = digest;
        this.oid = Der.oid(oid);
    }

    byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance(digest).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java 25 has " + digest, e);
        }
    }

    /** Its place among all, or -1 where the CertID names another digest. */
    static int find(CertId id) {
        for (int i = 0; i < ALL.length; i++) {
            byte[] oid = ALL[i].oid;
            if (Arrays.equals(id.request(), id.hash(), id.hashEnd(), oid, 0, oid.length)) {
                return i;
            }
        }
        return -1;
    }
}
