package org.danaya.verify;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of a Merkle tree over SHA-256 (RFC 9162 §2.1.1). Every hash is 32 bytes. */
public final class TreeHash {

    /** The length of every hash, in bytes. */
    public static final int BYTES = 32;

    private TreeHash() {}

    /** The hash of a leaf: {@code SHA-256(0x00 || entry)}. */
    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return digest.digest(entry);
    }

    /** The hash of an inner node: {@code SHA-256(0x01 || left || right)}. */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** The root of the tree without leaves: {@code SHA-256("")}. */
    public static byte[] empty() {
        return sha256().digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
