package org.danaya.sigma.input;

import java.util.Arrays;
import org.danaya.sigma.input.Nesting.Shape;
import org.danaya.sigma.search.Words;

/** Finds out what an input holds, from its first bytes alone. */
final class Head {

    /** How many are looked at. */
    static final int SIZE = 1 << 16;

    private static final long EVTX_FILE = 0x0065_6C69_4666_6C45L;
    private static final long EVTX_CHUNK = 0x006B_6E68_4366_6C45L;
    private static final int EVTX_HEADER = 4096;

    /** Of so many bytes, one may be a control character in a text. */
    private static final int CONTROLS = 50;

    private final byte[] bytes;

    Head(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether so few bytes tell the format too: a line that isn't blank, and no bracket alone. */
    static boolean suffices(byte[] bytes, int length) {
        int seen = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n' && seen > 1) {
                return true;
            }
            seen += Nesting.isBlank(bytes[i]) ? 0 : 1;
        }
        return false;
    }

    Format format() {
        if (isAt(0, EVTX_FILE) || isAt(0, EVTX_CHUNK) || isAt(EVTX_HEADER, EVTX_CHUNK)) {
            return Format.EVTX;
        }
        int first = blank(0);
        if (first == bytes.length) {
            return bytes.length < SIZE ? Format.EMPTY : Format.LINES;
        }
        if (Gzip.begins(bytes) || Zstd.begins(bytes) || !isText()) {
            return Format.UNKNOWN;
        }
        if (bytes[first] == '{') {
            return isLine(first) ? Format.JSON_LINES : Format.JSON;
        }
        int second = blank(first + 1);
        boolean array =
                bytes[first] == '['
                        && second < bytes.length
                        && (bytes[second] == '{' || bytes[second] == ']');
        if (array) {
            return Format.JSON;
        }
        return FirstLines.areOfALog(bytes) ? Format.LINES : Format.TEXT;
    }

    /** Whether the first object has a line of its own, and is no wrapper. */
    private boolean isLine(int first) {
        Nesting nesting = new Nesting();
        nesting.begin(Shape.CONTAINER);
        byte[] padded = Arrays.copyOf(bytes, bytes.length + Words.PADDING);
        int end = nesting.follow(padded, first, bytes.length);
        if (end < 0 || Wrapper.inside(bytes, first, end) >= 0) {
            return false;
        }
        int at = first;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        if (at < end) {
            // Only a broken object ends behind its line: right there, where the next one begins.
            return at == end - 1;
        }
        return blank(end) >= at && (at < bytes.length || bytes.length < SIZE);
    }

    /** Whether few of the bytes are control characters; of NULs one after another, one counts. */
    private boolean isText() {
        int controls = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean again = bytes[i] == 0 && i > 0 && bytes[i - 1] == 0;
            if (isControl(bytes[i]) && !again) {
                controls++;
            }
        }
        return controls <= bytes.length / CONTROLS;
    }

    private static boolean isControl(byte b) {
        return b >= 0 && b < ' ' && !(b >= '\b' && b <= '\r') && b != 0x1b;
    }

    private boolean isAt(int at, long eight) {
        if (bytes.length - at < 8) {
            return false;
        }
        for (int i = 0; i < 8; i++) {
            if (bytes[at + i] != (byte) (eight >>> (8 * i))) {
                return false;
            }
        }
        return true;
    }

    private int blank(int from) {
        int at = from;
        while (at < bytes.length && Nesting.isBlank(bytes[at])) {
            at++;
        }
        return at;
    }
}
