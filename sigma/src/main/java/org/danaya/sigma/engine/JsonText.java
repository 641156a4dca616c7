package org.danaya.sigma.engine;

import java.nio.charset.StandardCharsets;
import org.danaya.sigma.search.Words;

/** The text of a JSON string (RFC 8259 §7), out of its escapes. */
final class JsonText {

    private static final long BACKSLASHES = Words.repeated('\\');
    private static final int LONGEST_CHARACTER = 4;

    /** What a character means after a backslash; 0 where it isn't one character. */
    private static final byte[] SIMPLE = new byte[256];

    static {
        byte[] escaped = {'"', '\\', '/', 'b', 'f', 'n', 'r', 't'};
        byte[] plain = {'"', '\\', '/', '\b', '\f', '\n', '\r', '\t'};
        for (int i = 0; i < escaped.length; i++) {
            SIMPLE[escaped[i]] = plain[i];
        }
    }

    private JsonText() {}

    /** The text between the quotes. */
    static String decode(byte[] bytes, int from, int to) {
        byte[] out = new byte[to - from + Words.PADDING];
        int length = decode(bytes, from, to, out);
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    /**
     * Writes the text between the quotes, and nothing of what comes after.
     *
     * @param out with room for as many bytes as lie between, and {@link Words#PADDING}
     * @return how many bytes were written
     */
    static int decode(byte[] bytes, int from, int to, byte[] out) {
        int at = from;
        int length = 0;
        while (at < to) {
            if (bytes[at] != '\\') {
                out[length++] = bytes[at++];
                continue;
            }
            long moved = escape(bytes, at, to, out, length);
            at += (int) (moved >>> 32);
            length += (int) moved;
        }
        return length;
    }

    /**
     * Writes the text between the quotes without its case, where that is simple.
     *
     * @param out with room for as many bytes as lie between, and {@link Words#PADDING}
     * @return how many bytes were written; -1 where a byte is above 127 or written as a number
     */
    static int fold(byte[] bytes, int from, int to, byte[] out) {
        int at = from;
        int length = 0;
        while (at < to) {
            long word = Words.eight(bytes, at);
            long found = Words.equalTo(word, BACKSLASHES);
            int plain = found == 0 ? 8 : Words.first(found);
            if (at + plain > to) {
                plain = to - at;
            }
            if (Words.anyHigh(plain == 8 ? word : word & ((1L << (plain << 3)) - 1))) {
                return -1;
            }
            Words.putEight(out, length, Words.lower(word));
            at += plain;
            length += plain;
            if (found == 0 || at >= to) {
                continue;
            }
            byte simple = at + 1 < to ? SIMPLE[bytes[at + 1] & 0xff] : 0;
            if (simple == 0) {
                return -1;
            }
            out[length++] = simple;
            at += 2;
        }
        return length;
    }

    /** How many bytes were read, in the high half, and written, in the low one. */
    private static long escape(byte[] bytes, int at, int to, byte[] out, int length) {
        if (at + 1 >= to) {
            out[length] = '\\';
            return moved(1, 1);
        }
        byte plain = SIMPLE[bytes[at + 1] & 0xff];
        if (plain != 0) {
            out[length] = plain;
            return moved(2, 1);
        }
        int unit = bytes[at + 1] == 'u' ? unit(bytes, at + 2, to) : -1;
        if (unit < 0) {
            // No escape of JSON: a foreign writer's backslash, kept as it is.
            out[length] = '\\';
            return moved(1, 1);
        }
        if (Character.isHighSurrogate((char) unit)
                && at + 7 < to
                && bytes[at + 6] == '\\'
                && bytes[at + 7] == 'u') {
            int low = unit(bytes, at + 8, to);
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                return moved(12, put(Character.toCodePoint((char) unit, (char) low), out, length));
            }
        }
        return moved(6, put(Character.isSurrogate((char) unit) ? 0xFFFD : unit, out, length));
    }

    private static long moved(int read, int written) {
        return ((long) read << 32) | written;
    }

    private static int unit(byte[] bytes, int at, int to) {
        if (at + 4 > to) {
            return -1;
        }
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(bytes[at + i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = (unit << 4) | digit;
        }
        return unit;
    }

    /** Writes a character in UTF-8; how many bytes, at most {@link #LONGEST_CHARACTER}. */
    static int put(int character, byte[] out, int at) {
        if (character < 0x80) {
            out[at] = (byte) character;
            return 1;
        }
        if (character < 0x800) {
            out[at] = (byte) (0xC0 | (character >> 6));
            out[at + 1] = (byte) (0x80 | (character & 0x3F));
            return 2;
        }
        if (character < 0x10000) {
            out[at] = (byte) (0xE0 | (character >> 12));
            out[at + 1] = (byte) (0x80 | ((character >> 6) & 0x3F));
            out[at + 2] = (byte) (0x80 | (character & 0x3F));
            return 3;
        }
        out[at] = (byte) (0xF0 | (character >> 18));
        out[at + 1] = (byte) (0x80 | ((character >> 12) & 0x3F));
        out[at + 2] = (byte) (0x80 | ((character >> 6) & 0x3F));
        out[at + 3] = (byte) (0x80 | (character & 0x3F));
        return LONGEST_CHARACTER;
    }
}
