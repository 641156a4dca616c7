package org.danaya.defence.detection.findings;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON (RFC 8259) in UTF-8, without line breaks but those that are asked for.
 *
 * <p>Characters that would steer a terminal or turn the direction of a text are written as {@code
 * \\u009b}, and so are halves of surrogate pairs: a reader gets the very text, a terminal shows it
 * without harm. Commas are set here; that names stand in objects only is up to the caller.
 */
final class JsonLines {

    private static final int BUFFERED = 1 << 16;

    /** The most characters that are written between two looks at the room there is. */
    private static final int SLICE = 1 << 12;

    /** The most bytes that one character becomes. */
    private static final int WIDEST = 6;

    private static final byte[] HEX = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFERED];
    private int length;

    /** Whether something stands before in the object or list. */
    private boolean follows;

    JsonLines(OutputStream out) {
        this.out = out;
    }

    JsonLines begin() {
        return open('{');
    }

    JsonLines end() {
        return close('}');
    }

    JsonLines beginList() {
        return open('[');
    }

    JsonLines endList() {
        return close(']');
    }

    JsonLines name(String name) {
        text(name);
        put(':');
        follows = false;
        return this;
    }

    JsonLines text(@Nullable String text) {
        if (text == null) {
            return json("null");
        }
        separate();
        put('"');
        characters(text, true);
        put('"');
        follows = true;
        return this;
    }

    JsonLines number(long number) {
        return json(Long.toString(number));
    }

    JsonLines truth(boolean truth) {
        return json(Boolean.toString(truth));
    }

    /** Names and values as this writes them, none first and none last with a comma. */
    JsonLines members(byte[] written) {
        separate();
        if (written.length > buffer.length - length) {
            spill(buffer, length);
            length = 0;
        }
        if (written.length > buffer.length) {
            spill(written, written.length);
            follows = true;
            return this;
        }
        System.arraycopy(written, 0, buffer, length, written.length);
        length += written.length;
        follows = true;
        return this;
    }

    JsonLines list(List<String> texts) {
        beginList();
        texts.forEach(this::text);
        return endList();
    }

    /** A value that is JSON already; line breaks between its parts become spaces. */
    JsonLines json(String value) {
        separate();
        characters(value, false);
        follows = true;
        return this;
    }

    /** Ends the line. */
    void line() {
        put('\n');
        follows = false;
    }

    void flush() {
        try {
            out.write(buffer, 0, length);
            out.flush();
            length = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonLines open(char bracket) {
        separate();
        put(bracket);
        follows = false;
        return this;
    }

    private JsonLines close(char bracket) {
        put(bracket);
        follows = true;
        return this;
    }

    private void separate() {
        if (follows) {
            put(',');
        }
    }

    private void put(char ascii) {
        room(1);
        buffer[length++] = (byte) ascii;
    }

    /**
     * @param quoted whether this is a text, in which quotation marks and backslashes are escaped
     */
    private void characters(String text, boolean quoted) {
        int end = text.length();
        int at = 0;
        while (at < end) {
            int stop = Math.min(end, at + SLICE);
            room(stop - at);
            int plain = plain(text, at, stop);
            at = plain == stop ? stop : special(text, plain, quoted);
        }
    }

    /** Writes what stands for itself; where the first character is that doesn't. */
    private int plain(String text, int from, int to) {
        byte[] into = buffer;
        int at = length;
        int i = from;
        for (; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\') {
                break;
            }
            into[at++] = (byte) c;
        }
        length = at;
        return i;
    }

    /** Writes the character of a place; the place behind it. */
    private int special(String text, int at, boolean quoted) {
        char c = text.charAt(at);
        if (c == '"' || c == '\\') {
            if (quoted) {
                buffer[length++] = '\\';
            }
            buffer[length++] = (byte) c;
        } else if (!quoted && c < 0x20) {
            buffer[length++] = ' ';
        } else if (Character.isHighSurrogate(c)
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1))) {
            encode(Character.toCodePoint(c, text.charAt(at + 1)));
            return at + 2;
        } else if (isEscaped(c)) {
            escape(c);
        } else {
            encode(c);
        }
        return at + 1;
    }

    private static boolean isEscaped(char c) {
        return c < 0x20
                || (c >= 0x7f && c <= 0x9f)
                || c == 0x61c
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xfeff
                || Character.isSurrogate(c);
    }

    private void escape(char c) {
        buffer[length++] = '\\';
        buffer[length++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            buffer[length++] = HEX[(c >> shift) & 0xf];
        }
    }

    /** A character beyond ASCII, in UTF-8 (RFC 3629 §3). */
    private void encode(int codePoint) {
        if (codePoint < 0x800) {
            buffer[length++] = (byte) (0xc0 | (codePoint >> 6));
        } else {
            if (codePoint < 0x10000) {
                buffer[length++] = (byte) (0xe0 | (codePoint >> 12));
            } else {
                buffer[length++] = (byte) (0xf0 | (codePoint >> 18));
                buffer[length++] = continued(codePoint >> 12);
            }
            buffer[length++] = continued(codePoint >> 6);
        }
        buffer[length++] = continued(codePoint);
    }

    private static byte continued(int bits) {
        return (byte) (0x80 | (bits & 0x3f));
    }

    /** Makes room for so many characters of ASCII, and one more, however it is written. */
    private void room(int characters) {
        if (length > buffer.length - WIDEST - characters) {
            spill(buffer, length);
            length = 0;
        }
    }

    private void spill(byte[] bytes, int count) {
        try {
            out.write(bytes, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
