package org.danaya.sigma.search;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes looked at eight, four or two at a time, little-endian. Who reads near the end of a buffer
 * keeps {@link #PADDING} bytes behind it.
 */
public final class Words {

    /** How many bytes past the last one may be read. */
    public static final int PADDING = 8;

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    /** The bytes that are hashed at once. */
    private static final int LANES = 32;

    private Words() {}

    /** Eight bytes, the first of them lowest. */
    public static long eight(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** Writes eight bytes, the lowest first. */
    public static void putEight(byte[] bytes, int at, long word) {
        LONG.set(bytes, at, word);
    }

    /** Four bytes, the first of them lowest. */
    static int four(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    /** Two bytes, the first of them lowest. */
    static int two(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at) & 0xffff;
    }

    /**
     * A word with the high bit set in (at least) the lowest byte that equals one, and 0 if none.
     */
    public static long equalTo(long word, long repeated) {
        long x = word ^ repeated;
        return (x - ONES) & ~x & HIGHS;
    }

    /** A byte eight times. */
    public static long repeated(int value) {
        return (value & 0xff) * ONES;
    }

    /** Whether a byte is 128 or above. */
    public static boolean anyHigh(long word) {
        return (word & HIGHS) != 0;
    }

    /** The place of the first byte that {@link #equalTo} found. */
    public static int first(long found) {
        return Long.numberOfTrailingZeros(found) >>> 3;
    }

    /** The lower case of eight bytes of which none is 128 or above. */
    public static long lower(long word) {
        long aboveA = word + (0x80 - 'A') * ONES;
        long aboveZ = word + (0x80 - 'Z' - 1) * ONES;
        return word | ((aboveA & ~aboveZ & HIGHS) >>> 2);
    }

    /** A hash of bytes, of which {@link #PADDING} more may be read. */
    public static long hash(byte[] bytes, int from, int to) {
        long hash = (to - from) * MULTIPLIER;
        int at = from;
        if (to - from >= LANES) {
            // Several at once: each waits for its own multiplication alone.
            long first = hash;
            long second = hash + 1;
            long third = hash + 2;
            long fourth = hash + 3;
            for (; at + LANES <= to; at += LANES) {
                first = mixed(first, eight(bytes, at));
                second = mixed(second, eight(bytes, at + 8));
                third = mixed(third, eight(bytes, at + 16));
                fourth = mixed(fourth, eight(bytes, at + 24));
            }
            hash = mixed(mixed(first, second), mixed(third, fourth));
        }
        for (; at + 8 <= to; at += 8) {
            hash = mixed(hash, eight(bytes, at));
        }
        if (at < to) {
            long rest = eight(bytes, at) & (-1L >>> ((8 - (to - at)) << 3));
            hash = mixed(hash, rest);
        }
        return hash * MULTIPLIER;
    }

    private static long mixed(long hash, long word) {
        long product = (hash ^ word) * MULTIPLIER;
        return product ^ (product >>> 32);
    }

    /** Bytes with {@link #PADDING} behind. */
    public static byte[] padded(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + PADDING);
    }

    /** How many bits number so many things, and no less than the least. */
    static int bits(int wanted, int least) {
        return Math.max(least, 32 - Integer.numberOfLeadingZeros(Math.max(1, wanted - 1)));
    }

    /** A hash of four bytes, of some bits. */
    static int hash(int four, int bits) {
        return (four * 0x9E37_79B1) >>> (32 - bits);
    }
}
