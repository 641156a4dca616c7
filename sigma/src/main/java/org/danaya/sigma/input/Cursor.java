package org.danaya.sigma.input;

/** A place in a line that moves on as what stands there is read. */
final class Cursor {

    private final byte[] bytes;
    private final int to;
    private int at;

    Cursor(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.to = to;
        this.at = from;
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    boolean isAtEnd() {
        return at >= to;
    }

    /** The byte here; a NUL at the end. */
    byte here() {
        return at < to ? bytes[at] : 0;
    }

    boolean isAt(String text) {
        if (to - at < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != (byte) text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Goes behind a text if it stands here. */
    boolean take(String text) {
        boolean there = isAt(text);
        if (there) {
            at += text.length();
        }
        return there;
    }

    /** Goes behind the next space, or to the end: what stands before it. */
    Slice word() {
        int from = at;
        while (at < to && bytes[at] != ' ') {
            at++;
        }
        Slice word = new Slice(from, at);
        if (at < to) {
            at++;
        }
        return word;
    }

    /** Goes behind digits, of which there are so many at most; -1 where there are none. */
    int number(int digits) {
        int value = -1;
        for (int i = 0; i < digits && isDigit(here()); i++) {
            value = Math.max(value, 0) * 10 + here() - '0';
            at++;
        }
        return value;
    }

    /** Whether what stands here has a shape: {@code 0} for a digit, else the letter itself. */
    boolean hasShape(String shape) {
        if (to - at < shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char wanted = shape.charAt(i);
            byte b = bytes[at + i];
            if (wanted == '0' ? !isDigit(b) : b != wanted) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
