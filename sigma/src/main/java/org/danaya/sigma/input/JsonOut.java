package org.danaya.sigma.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.danaya.sigma.search.Words;

/**
 * An event that is being written as JSON, made to be used again. Bytes that are no UTF-8 stay as
 * they are. Not for several threads at once.
 */
final class JsonOut {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final long QUOTES = Words.repeated('"');
    private static final long BACKSLASHES = Words.repeated('\\');
    private static final long SPACES = Words.repeated(' ');
    private static final long HIGHS = Words.repeated(0x80);

    private byte[] bytes = new byte[4096];
    private int length;

    /** Begins an event: forgets the last one, keeps its memory. */
    void begin() {
        length = 0;
        open();
    }

    /** Opens an object. */
    void open() {
        json("{");
    }

    void close() {
        json("}");
    }

    /** Appends the name of a member. */
    void name(String ascii) {
        next();
        json("\"");
        json(ascii);
        json("\":");
    }

    /** Appends the name of a member. */
    void name(byte[] source, Slice name) {
        next();
        text(source, name);
        json(":");
    }

    private void next() {
        if (bytes[length - 1] != '{') {
            json(",");
        }
    }

    void number(int value) {
        json(Integer.toString(value));
    }

    /** Appends what is JSON already. */
    void json(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
    }

    /** Appends members that are JSON already, if there are any. */
    void members(byte[] source, Slice slice) {
        int from = slice.from();
        while (from < slice.to() && Nesting.isBlank(source[from])) {
            from++;
        }
        int count = slice.to() - from;
        if (count == 0) {
            return;
        }
        next();
        room(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    /** Appends a string. Eight more bytes of the source may be read than are meant. */
    void text(byte[] source, Slice slice) {
        int to = slice.to();
        room(1);
        bytes[length++] = '"';
        int at = slice.from();
        while (at < to) {
            room(6 * 8);
            long word = Words.eight(source, at);
            if (needsCare(word)) {
                int end = Math.min(to, at + 8);
                while (at < end) {
                    character(source[at++]);
                }
                continue;
            }
            Words.putEight(bytes, length, word);
            int count = Math.min(8, to - at);
            length += count;
            at += count;
        }
        room(1);
        bytes[length++] = '"';
    }

    /**
     * Appends a string without its escapes.
     *
     * @param escaped what a backslash takes its meaning from; n and r are the line's end then
     */
    void escaped(byte[] source, Slice slice, String escaped) {
        byte[] plain = new byte[slice.to() - slice.from() + Words.PADDING];
        int count = 0;
        for (int at = slice.from(); at < slice.to(); at++) {
            byte b = source[at];
            if (b == '\\' && at + 1 < slice.to() && escaped.indexOf(source[at + 1]) >= 0) {
                at++;
                b = source[at] == 'n' ? (byte) '\n' : source[at] == 'r' ? (byte) '\r' : source[at];
            }
            plain[count++] = b;
        }
        text(plain, new Slice(0, count));
    }

    /** Whether a byte is a control character, a quote or a backslash. */
    private static boolean needsCare(long word) {
        long control = (word - SPACES) & ~word & HIGHS;
        return (control | Words.equalTo(word, QUOTES) | Words.equalTo(word, BACKSLASHES)) != 0;
    }

    private void character(byte b) {
        if (b == '"' || b == '\\') {
            bytes[length++] = '\\';
            bytes[length++] = b;
        } else if (b >= 0 && b < ' ') {
            json("\\u00");
            bytes[length++] = HEX[b >> 4];
            bytes[length++] = HEX[b & 15];
        } else {
            bytes[length++] = b;
        }
    }

    /** Ends the event and gives it out. */
    void give(EventSink sink) {
        close();
        room(0);
        sink.event(bytes, 0, length);
    }

    /** Makes room for so many more bytes, and as many as must stand behind an event. */
    private void room(int count) {
        int wanted = Math.addExact(length, Math.addExact(count, Words.PADDING));
        if (wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(wanted, bytes.length * 2));
        }
    }
}
