package org.danaya.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes that a cosigner signs (C2SP tlog-cosignature). */
public final class CosignedMessage {

    /** The longest cosigner name or origin in an ML-DSA-44 message, in bytes of UTF-8. */
    public static final int MAX_NAME_BYTES = 255;

    private static final byte[] SUBTREE_LABEL =
            "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

    private CosignedMessage() {}

    /**
     * The message of an Ed25519 cosignature: header line, time line, the whole text of the note
     * (tlog-cosignature, "Ed25519 signed message").
     *
     * @param posixSeconds 0 to 2^63 - 1
     * @throws IllegalArgumentException where the time is negative
     */
    public static byte[] ed25519(long posixSeconds, String noteText) {
        checkTime(posixSeconds);
        return ("cosignature/v1\ntime " + posixSeconds + "\n" + noteText)
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The message of an ML-DSA-44 cosignature of a whole checkpoint, whose extension lines it does
     * not cover (tlog-cosignature, "ML-DSA-44 signed message").
     *
     * @param posixSeconds 0, which states nothing about time, to 2^63 - 1
     * @throws IllegalArgumentException where {@link #fits} refuses the name or the origin
     */
    public static byte[] checkpoint(String cosigner, long posixSeconds, Checkpoint checkpoint) {
        return subtree(
                cosigner,
                posixSeconds,
                checkpoint.origin(),
                0,
                checkpoint.size(),
                checkpoint.root());
    }

    /**
     * The {@code cosigned_message} of an ML-DSA-44 cosignature (tlog-cosignature, "ML-DSA-44 signed
     * message").
     *
     * @param start the first leaf's index
     * @param end the last leaf's index plus one
     * @throws IllegalArgumentException where {@link #fits} refuses the name or the origin, the
     *     range is none, or a time is given though the start is not 0
     */
    public static byte[] subtree(
            String cosigner,
            long posixSeconds,
            String origin,
            long start,
            long end,
            TreeHash hash) {
        checkTime(posixSeconds);
        if (start < 0 || end < start || (start != 0 && posixSeconds != 0)) {
            throw new IllegalArgumentException("Not a subtree that can be signed at this time");
        }
        if (!fits(cosigner) || !fits(origin)) {
            throw new IllegalArgumentException("Names have 1 to 255 bytes");
        }
        byte[] name = cosigner.getBytes(StandardCharsets.UTF_8);
        byte[] log = origin.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(
                        SUBTREE_LABEL.length
                                + 1
                                + name.length
                                + 8
                                + 1
                                + log.length
                                + 16
                                + TreeHash.BYTES)
                .put(SUBTREE_LABEL)
                .put((byte) name.length)
                .put(name)
                .putLong(posixSeconds)
                .put((byte) log.length)
                .put(log)
                .putLong(start)
                .putLong(end)
                .put(hash.toBytes())
                .array();
    }

    /** Whether a name or an origin has the 1 to 255 bytes that the ML-DSA-44 message allows. */
    public static boolean fits(String name) {
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        return length >= 1 && length <= MAX_NAME_BYTES;
    }

    private static void checkTime(long posixSeconds) {
        if (posixSeconds < 0) {
            throw new IllegalArgumentException("A time before 1970");
        }
    }
}
