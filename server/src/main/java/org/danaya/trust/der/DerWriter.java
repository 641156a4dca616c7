package org.danaya.trust.der;

import java.util.Arrays;

/**
 * Writes DER from its end to its beginning, so that every length is known when it is written: what
 * comes last is written first, and what was written since a {@link #mark} is then put into an
 * element.
 */
public final class DerWriter {

    private static final int LONG_FORM = 0x80;

    private byte[] bytes;

    /** The first byte that is written; those behind it are. */
    private int at;

    /**
     * @param capacity bytes that will probably do
     */
    public DerWriter(int capacity) {
        this.bytes = new byte[capacity];
        this.at = capacity;
    }

    /** Where it stands: how many bytes are written. */
    public int mark() {
        return bytes.length - at;
    }

    /** Puts all that was written since the mark into an element. */
    public DerWriter wrap(int tag, int mark) {
        int length = mark() - mark;
        room(6);
        if (length < LONG_FORM) {
            bytes[--at] = (byte) length;
        } else {
            int count = 0;
            for (int left = length; left != 0; left >>>= Byte.SIZE) {
                bytes[--at] = (byte) left;
                count++;
            }
            bytes[--at] = (byte) (LONG_FORM | count);
        }
        bytes[--at] = (byte) tag;
        return this;
    }

    /** Bytes as they are. */
    public DerWriter raw(byte[] some) {
        return raw(some, 0, some.length);
    }

    /** Bytes as they are, from one index to before another. */
    public DerWriter raw(byte[] some, int from, int to) {
        int length = to - from;
        room(length);
        at -= length;
        System.arraycopy(some, from, bytes, at, length);
        return this;
    }

    /** One byte as it is. */
    public DerWriter raw(int one) {
        room(1);
        bytes[--at] = (byte) one;
        return this;
    }

    /** An element of which this is the content. */
    public DerWriter element(int tag, byte[] content) {
        int mark = mark();
        return raw(content).wrap(tag, mark);
    }

    /** A BIT STRING of whole bytes. */
    public DerWriter bitString(byte[] content) {
        int mark = mark();
        return raw(content).raw(0).wrap(Der.BIT_STRING, mark);
    }

    /** An INTEGER, not negative, from its bytes in big endian with any zeros before them. */
    public DerWriter unsigned(byte[] number, int from, int to) {
        int mark = mark();
        int first = from;
        while (first < to - 1 && number[first] == 0) {
            first++;
        }
        raw(number, first, to);
        if (number[first] < 0) {
            raw(0);
        }
        return wrap(Der.INTEGER, mark);
    }

    /** An INTEGER, not negative. */
    public DerWriter number(long number) {
        int mark = mark();
        long left = number;
        do {
            raw((int) left);
            left >>>= Byte.SIZE;
        } while (left != 0);
        if (bytes[at] < 0) {
            raw(0);
        }
        return wrap(Der.INTEGER, mark);
    }

    /** A GeneralizedTime of whole seconds (RFC 5280 §4.1.2.5.2). */
    public DerWriter time(long epochSecond) {
        room(DerTime.BYTES);
        at -= DerTime.BYTES;
        DerTime.write(epochSecond, bytes, at);
        return this;
    }

    /** A Time of a certificate or a revocation list: UTCTime until 2049 (RFC 5280 §4.1.2.5). */
    public DerWriter x509Time(long epochSecond) {
        if (epochSecond >= DerTime.YEAR_2050) {
            return time(epochSecond);
        }
        time(epochSecond);
        // Without the century, which the header takes the place of.
        at += 2;
        bytes[at] = Der.UTC_TIME;
        bytes[at + 1] = DerTime.BYTES - 4;
        return this;
    }

    /** A GeneralizedTime with a fraction that has no more digits than it needs (X.690 §11.7.3). */
    public DerWriter time(long epochSecond, int micros) {
        if (micros == 0) {
            return time(epochSecond);
        }
        int mark = mark();
        byte[] whole = new byte[DerTime.BYTES];
        DerTime.write(epochSecond, whole, 0);
        raw('Z');
        boolean needed = false;
        for (int digits = 0, left = micros; digits < DerTime.MICRO_DIGITS; digits++, left /= 10) {
            needed |= left % 10 != 0;
            if (needed) {
                raw('0' + left % 10);
            }
        }
        return raw('.').raw(whole, 2, DerTime.BYTES - 1).wrap(Der.GENERALIZED_TIME, mark);
    }

    /** All that was written, copied. */
    public byte[] toBytes() {
        return Arrays.copyOfRange(bytes, at, bytes.length);
    }

    /** What was written since the mark, copied. */
    public byte[] since(int mark) {
        return Arrays.copyOfRange(bytes, at, bytes.length - mark);
    }

    private void room(int more) {
        if (at >= more) {
            return;
        }
        int written = mark();
        int wanted = Math.addExact(written, more);
        byte[] larger = new byte[(int) Math.min(Integer.MAX_VALUE - 8L, 2L * wanted)];
        System.arraycopy(bytes, at, larger, larger.length - written, written);
        bytes = larger;
        at = larger.length - written;
    }
}
