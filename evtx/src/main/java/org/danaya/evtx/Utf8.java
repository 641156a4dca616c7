package org.danaya.evtx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing buffer of UTF-8, made to be used again: {@link #clear} keeps its memory. What is in it
 * is {@code bytes()[0 .. length())}; the array is another one after it grew. Not for several
 * threads at once.
 */
public final class Utf8 {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** Of each ASCII character in JSON: 0 as it is, u as four digits, else what follows a \. */
    private static final byte[] ESCAPE = escapes();

    private static final long NOT_ASCII = 0xFF80_FF80_FF80_FF80L;
    private static final long ONES = 0x0001_0001_0001_0001L;
    private static final long TOPS = 0x8000_8000_8000_8000L;

    private byte[] bytes;
    private int length;

    /** An empty buffer of 4 KiB. */
    public Utf8() {
        this.bytes = new byte[4096];
    }

    /** The array, of which the first {@link #length} bytes hold the text. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes of text there are. */
    public int length() {
        return length;
    }

    /** Forgets the text, keeps the memory. */
    public void clear() {
        length = 0;
    }

    /** Appends one byte: a whole character of ASCII, or a part of one. */
    public void put(int value) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = (byte) value;
    }

    /** Appends bytes that are UTF-8 already. */
    public void put(byte[] source, int from, int count) {
        if (bytes.length - length < count) {
            grow(count);
        }
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    void put(byte[] source) {
        put(source, 0, source.length);
    }

    int last() {
        return length == 0 ? -1 : bytes[length - 1];
    }

    void text(String text, boolean json) {
        for (int i = 0; i < text.length(); ) {
            int code = text.codePointAt(i);
            i += Character.charCount(code);
            character(code, json);
        }
    }

    /** Appends UTF-16 (little-endian) up to its first NUL; half a pair becomes U+FFFD. */
    void utf16(byte[] source, int from, int units, boolean json) {
        int at = from;
        int end = from + 2 * units;
        if (bytes.length - length < units + 8) {
            grow(units + 8);
        }
        while (at < end) {
            byte[] target = bytes;
            int to = length;
            int room = target.length - 4;
            while (end - at >= 8 && to <= room) {
                long four = Bytes.i64(source, at);
                if ((four & NOT_ASCII) != 0 || needsCare(four, json)) {
                    break;
                }
                four |= four >>> 8;
                Bytes.putInt(target, to, (int) ((four & 0xFFFF) | ((four >>> 16) & 0xFFFF_0000L)));
                to += 4;
                at += 8;
            }
            length = to;
            int stop = Math.min(end, at + 8);
            while (at < stop) {
                int unit = Bytes.u16(source, at);
                at += 2;
                if (unit == 0) {
                    return;
                }
                if (unit < 0x80) {
                    ascii(unit, json);
                } else if (!Character.isSurrogate((char) unit)) {
                    character(unit, json);
                } else {
                    int next = at < end ? Bytes.u16(source, at) : 0;
                    if (Character.isSurrogatePair((char) unit, (char) next)) {
                        at += 2;
                        character(Character.toCodePoint((char) unit, (char) next), json);
                    } else {
                        character(0xFFFD, json);
                    }
                }
            }
        }
    }

    /** Of four ASCII units: one is NUL, or for JSON a control character, a quote or a \. */
    private static boolean needsCare(long four, boolean json) {
        if (!json) {
            return ((four - ONES) & TOPS) != 0;
        }
        long controls = four - 0x20 * ONES;
        long quotes = (four ^ 0x22 * ONES) - ONES;
        long slashes = (four ^ 0x5C * ONES) - ONES;
        return ((controls | quotes | slashes) & TOPS) != 0;
    }

    /** Appends one character, escaped where JSON wants it. */
    void character(int code, boolean json) {
        if (code < 0x80) {
            ascii(code, json);
            return;
        }
        if (bytes.length - length < 4) {
            grow(4);
        }
        if (code < 0x800) {
            bytes[length++] = (byte) (0xC0 | (code >> 6));
        } else {
            int safe = code <= 0xFFFF && Character.isSurrogate((char) code) ? 0xFFFD : code;
            if (safe < 0x10000) {
                bytes[length++] = (byte) (0xE0 | (safe >> 12));
            } else {
                bytes[length++] = (byte) (0xF0 | (safe >> 18));
                bytes[length++] = (byte) (0x80 | ((safe >> 12) & 0x3F));
            }
            bytes[length++] = (byte) (0x80 | ((safe >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (safe & 0x3F));
            return;
        }
        bytes[length++] = (byte) (0x80 | (code & 0x3F));
    }

    private void ascii(int code, boolean json) {
        if (bytes.length - length < 6) {
            grow(6);
        }
        int escape = json ? ESCAPE[code] : 0;
        if (escape == 0) {
            bytes[length++] = (byte) code;
            return;
        }
        bytes[length++] = '\\';
        bytes[length++] = (byte) escape;
        if (escape == 'u') {
            bytes[length++] = '0';
            bytes[length++] = '0';
            bytes[length++] = HEX[code >> 4];
            bytes[length++] = HEX[code & 15];
        }
    }

    /** Makes room for so many more bytes, to be written at {@link #length} and then claimed. */
    byte[] room(int count) {
        if (bytes.length - length < count) {
            grow(count);
        }
        return bytes;
    }

    void claim(int count) {
        length += count;
    }

    void cut(int to) {
        length = to;
    }

    private void grow(int count) {
        bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[128];
        Arrays.fill(escapes, 0, 0x20, (byte) 'u');
        escapes['\b'] = 'b';
        escapes['\t'] = 't';
        escapes['\n'] = 'n';
        escapes['\f'] = 'f';
        escapes['\r'] = 'r';
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        return escapes;
    }
}
