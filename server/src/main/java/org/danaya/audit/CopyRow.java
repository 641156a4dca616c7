package org.danaya.audit;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One row of PostgreSQL's binary COPY, read in place: a count of fields, and for each its length in
 * four bytes and its bytes; a null has the length -1 and no bytes.
 */
final class CopyRow {

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
    };
    private static final int HEADER_BYTES = SIGNATURE.length + 2 * Integer.BYTES;

    private final byte[] message;
    private final ByteBuffer bytes;

    private CopyRow(byte[] message, int start) {
        this.message = message;
        this.bytes = ByteBuffer.wrap(message).position(start);
    }

    /** The row of a message, whose first one has a header before it. */
    static CopyRow of(byte[] message) {
        boolean header =
                message.length >= HEADER_BYTES
                        && Arrays.equals(
                                message, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
        return new CopyRow(message, header ? HEADER_BYTES : 0);
    }

    /** Reads the count of fields; -1 at the end of the rows. */
    int fields() {
        return bytes.getShort();
    }

    /** The place of the next field's length. */
    int place() {
        return bytes.position();
    }

    /** What the row is read in. */
    byte[] message() {
        return message;
    }

    /** Passes a field; false where it is null. */
    boolean skip() {
        int length = bytes.getInt();
        if (length < 0) {
            return false;
        }
        bytes.position(bytes.position() + length);
        return true;
    }

    /** The next field, a number of eight bytes that isn't null. */
    long number() {
        bytes.getInt();
        return bytes.getLong();
    }

    /** Adds to the next field, a number of eight bytes, where it stands. */
    void add(long summand) {
        int place = bytes.position() + Integer.BYTES;
        bytes.putLong(place, bytes.getLong(place) + summand);
        skip();
    }

    /** The bytes of the next field; none where it is null. */
    byte[] bytes() {
        int length = bytes.getInt();
        byte[] field = new byte[Math.max(length, 0)];
        bytes.get(field);
        return field;
    }

    /** Whether the next field is these bytes; passes it. */
    boolean is(byte[] expected) {
        int length = bytes.getInt();
        int start = bytes.position();
        bytes.position(start + length);
        return Arrays.equals(message, start, start + length, expected, 0, expected.length);
    }
}
