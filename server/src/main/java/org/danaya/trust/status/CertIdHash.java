package org.danaya.trust.status;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.danaya.trust.der.Der;

/** The digests that a CertID may name its issuer by. */
enum CertIdHash {
    SHA_1("SHA-1", "1.3.14.3.2.26"),
    SHA_256("SHA-256", "2.16.840.1.101.3.4.2.1"),
    SHA_384("SHA-384", "2.16.840.1.101.3.4.2.2"),
    SHA_512("SHA-512", "2.16.840.1.101.3.4.2.3");

    /** The element of each one's identifier. */
    private static final byte[][] OIDS =
            Stream.of(values()).map(hash -> Der.oid(hash.dotted)).toArray(byte[][]::new);

    private final String digest;
    private final String dotted;

    CertIdHash(String digest, String dotted) {
        this.digest = digest;
        this.dotted = dotted;
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
        for (int i = 0; i < OIDS.length; i++) {
            byte[] oid = OIDS[i];
            if (Arrays.equals(id.request(), id.hash(), id.hashEnd(), oid, 0, oid.length)) {
                return i;
            }
        }
        return -1;
    }
}
