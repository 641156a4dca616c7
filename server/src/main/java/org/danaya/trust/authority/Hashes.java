package org.danaya.trust.authority;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in which everything here is named. */
final class Hashes {

    private Hashes() {}

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** The first eight bytes of a key's hash: short enough to be looked up among millions. */
    static long key(byte[] subjectPublicKeyInfo) {
        return ByteBuffer.wrap(sha256(subjectPublicKeyInfo)).getLong();
    }
}
