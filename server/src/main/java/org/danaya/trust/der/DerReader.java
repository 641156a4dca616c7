package org.danaya.trust.der;

import java.util.Arrays;

/**
 * Walks over the elements of DER. Each method that takes an element moves behind it.
 *
 * <p>Every method throws {@link MalformedDer} where the bytes are something else than asked.
 */
public final class DerReader {

    private static final int LONG_FORM = 0x80;
    private static final int HIGH_TAG = 0x1f;

    /** A length over this is none that anybody sends us. */
    private static final int LENGTH_BYTES = 3;

    private final byte[] bytes;
    private final int end;
    private int at;

    /** Over all the bytes. */
    public DerReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private DerReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /** Over a part of the same bytes that was walked over before. */
    public DerReader between(int from, int to) {
        return new DerReader(bytes, from, to);
    }

    /** Whether there is another element. */
    public boolean more() {
        return at < end;
    }

    /** Whether the next element is there and has this tag. */
    public boolean next(int tag) {
        return at < end && (bytes[at] & 0xff) == tag;
    }

    /** The index in the bytes of what comes next. */
    public int position() {
        return at;
    }

    /** The bytes that it walks over. Not a copy. */
    public byte[] source() {
        return bytes;
    }

    /** What is inside of the next element. */
    public DerReader enter(int tag) {
        if (!next(tag)) {
            throw new MalformedDer("no element " + Integer.toHexString(tag));
        }
        int length = header();
        DerReader inside = new DerReader(bytes, at, at + length);
        at += length;
        return inside;
    }

    /** Passes over the next element, whatever it is. */
    public void skip() {
        if (at >= end) {
            throw new MalformedDer("an element is missing");
        }
        int length = header();
        at += length;
    }

    /** The next element's content, copied. */
    public byte[] content(int tag) {
        return enter(tag).rest();
    }

    /** The next element whole, copied. */
    public byte[] element() {
        int from = at;
        skip();
        return Arrays.copyOfRange(bytes, from, at);
    }

    /** All that is left, copied. */
    public byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, at, end);
        at = end;
        return rest;
    }

    /** How many bytes are left. */
    public int left() {
        return end - at;
    }

    /** Takes the next element if it is this one, to the byte. */
    public boolean takes(byte[] element) {
        if (left() < element.length
                || !Arrays.equals(bytes, at, at + element.length, element, 0, element.length)) {
            return false;
        }
        at += element.length;
        return true;
    }

    /** An INTEGER's content: at least a byte, and no more than needed. */
    public DerReader integer() {
        DerReader content = enter(Der.INTEGER);
        int left = content.left();
        boolean padded =
                left > 1
                        && ((bytes[content.at] == 0 && bytes[content.at + 1] >= 0)
                                || (bytes[content.at] == -1 && bytes[content.at + 1] < 0));
        if (left == 0 || padded) {
            throw new MalformedDer("not an INTEGER");
        }
        return content;
    }

    /** An INTEGER of 0 to 127. */
    public int smallNumber() {
        DerReader content = integer();
        if (content.left() > 1 || bytes[content.at] < 0) {
            throw new MalformedDer("a larger number than expected");
        }
        return bytes[content.at];
    }

    /** A BOOLEAN. */
    public boolean flag() {
        DerReader content = enter(Der.BOOLEAN);
        int value = content.left() == 1 ? bytes[content.at] : 1;
        if (value != 0 && value != -1) {
            throw new MalformedDer("not a BOOLEAN");
        }
        return value != 0;
    }

    /** Ends where something is left. */
    public void end() {
        if (at != end) {
            throw new MalformedDer("more than expected");
        }
    }

    /** Passes over tag and length; gives the length, which lies within the bytes. */
    private int header() {
        if ((bytes[at] & HIGH_TAG) == HIGH_TAG || end - at < 2) {
            throw new MalformedDer("not a header");
        }
        int first = bytes[at + 1] & 0xff;
        at += 2;
        int length = first < LONG_FORM ? first : longLength(first - LONG_FORM);
        if (length > end - at) {
            throw new MalformedDer("a length beyond the end");
        }
        return length;
    }

    private int longLength(int count) {
        if (count == 0 || count > LENGTH_BYTES || count > end - at) {
            throw new MalformedDer("not a length");
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = length << Byte.SIZE | (bytes[at++] & 0xff);
        }
        if (length < LONG_FORM || length >>> ((count - 1) * Byte.SIZE) == 0) {
            throw new MalformedDer("a length that isn't the shortest");
        }
        return length;
    }
}
