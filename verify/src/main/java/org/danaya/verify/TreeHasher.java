package org.danaya.verify;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes from array to array without garbage. For one thread at a time. */
final class TreeHasher {

    /** Hashes in a full tile: tlog-tiles, "Merkle Tree". */
    static final int TILE_WIDTH = 256;

    static final int TILE_BYTES = TILE_WIDTH * TreeHash.BYTES;

    private final MessageDigest digest = sha256();
    private byte[] scratch = new byte[0];

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    void leaf(byte[] entry, int offset, int length, byte[] out, int outOffset) {
        digest.update((byte) 0);
        digest.update(entry, offset, length);
        finish(out, outOffset);
    }

    /** For formats whose leaf is its bytes behind a prefix: no copy is needed. */
    void leaf(byte[] prefix, byte[] entry, int offset, int length, byte[] out, int outOffset) {
        digest.update((byte) 0);
        digest.update(prefix);
        digest.update(entry, offset, length);
        finish(out, outOffset);
    }

    void node(byte[] left, int leftOffset, byte[] right, int rightOffset, byte[] out, int to) {
        digest.update((byte) 1);
        digest.update(left, leftOffset, TreeHash.BYTES);
        digest.update(right, rightOffset, TreeHash.BYTES);
        finish(out, to);
    }

    /**
     * The root over {@code count} neighbouring hashes, a power of two of at most a full tile.
     * {@code out} may be {@code hashes}.
     */
    void perfect(byte[] hashes, int offset, int count, byte[] out, int outOffset) {
        if (count == 1) {
            System.arraycopy(hashes, offset, out, outOffset, TreeHash.BYTES);
            return;
        }
        if (scratch.length == 0) {
            scratch = new byte[TILE_BYTES / 2];
        }
        byte[] from = hashes;
        int base = offset;
        for (int half = count / 2; half >= 1; half /= 2) {
            for (int i = 0; i < half; i++) {
                digest.update((byte) 1);
                digest.update(from, base + 2 * i * TreeHash.BYTES, 2 * TreeHash.BYTES);
                finish(scratch, i * TreeHash.BYTES);
            }
            from = scratch;
            base = 0;
        }
        System.arraycopy(scratch, 0, out, outOffset, TreeHash.BYTES);
    }

    private void finish(byte[] out, int offset) {
        try {
            digest.digest(out, offset, TreeHash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("32 bytes hold a SHA-256", e);
        }
    }
}
