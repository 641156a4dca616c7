package org.danaya.trust.trustlist.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names for what a list names only by its content, and the digest that the module uses. */
public final class Keys {

    private static final int BYTES = 8;

    private Keys() {}

    /** A name of 16 hexadecimal digits. */
    public static String of(String kind, String content) {
        byte[] hash = sha256((kind + "\n" + content).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }

    /** SHA-256. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
