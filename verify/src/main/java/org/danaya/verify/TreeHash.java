package org.danaya.verify;

import java.util.Arrays;

/** A hash of a Merkle tree over SHA-256 (RFC 9162 §2.1.1): 32 bytes that never change. */
public final class TreeHash {

    /** The length of every hash, in bytes. */
    public static final int BYTES = 32;

    private static final TreeHash EMPTY = new TreeHash(TreeHasher.sha256().digest());

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash of these 32 bytes.
     *
     * @throws IllegalArgumentException where it is not 32 bytes
     */
    public static TreeHash of(byte[] hash) {
        if (hash.length != BYTES) {
            throw new IllegalArgumentException("A hash has 32 bytes, not " + hash.length);
        }
        return new TreeHash(hash.clone());
    }

    static TreeHash at(byte[] hashes, int offset) {
        return new TreeHash(Arrays.copyOfRange(hashes, offset, offset + BYTES));
    }

    /** Reads the base64 of RFC 4648 §4 that checkpoints and proofs use. */
    public static Parsed<TreeHash> parse(String base64) {
        return parse(base64, 0);
    }

    static Parsed<TreeHash> parse(String base64, int line) {
        byte[] decoded = Strict.base64(base64);
        if (decoded == null) {
            return Parsed.malformed(Reason.BASE64, line, "a hash that is not base64");
        }
        return decoded.length == BYTES
                ? Parsed.ok(new TreeHash(decoded))
                : Parsed.malformed(
                        Reason.HASH_LENGTH, line, "a hash of " + decoded.length + " bytes, not 32");
    }

    /** The hash of a leaf: {@code SHA-256(0x00 || entry)}. */
    public static TreeHash leaf(byte[] entry) {
        byte[] out = new byte[BYTES];
        new TreeHasher().leaf(entry, 0, entry.length, out, 0);
        return new TreeHash(out);
    }

    /** The hash of an inner node: {@code SHA-256(0x01 || left || right)}. */
    public static TreeHash node(TreeHash left, TreeHash right) {
        byte[] out = new byte[BYTES];
        new TreeHasher().node(left.bytes, 0, right.bytes, 0, out, 0);
        return new TreeHash(out);
    }

    /** The root of the tree without leaves: {@code SHA-256("")}. */
    public static TreeHash empty() {
        return EMPTY;
    }

    /** A copy of the 32 bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    void copyTo(byte[] out, int offset) {
        System.arraycopy(bytes, 0, out, offset, BYTES);
    }

    /** The base64 of RFC 4648 §4, as in checkpoints and proofs. */
    public String base64() {
        return Strict.base64(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The same as {@link #base64}. */
    @Override
    public String toString() {
        return base64();
    }
}
