package org.danaya.sigma.input;

/**
 * Tells whether bytes are one object of JSON (RFC 8259), from the first to the last. For the small
 * ones that stand in other lines: at most {@link #DEEPEST} levels.
 */
final class WholeObject {

    private static final int DEEPEST = 64;

    private final byte[] bytes;
    private final int to;

    private WholeObject(byte[] bytes, int to) {
        this.bytes = bytes;
        this.to = to;
    }

    /** The place behind the object; -1 where none begins, or something stands behind it. */
    static int end(byte[] bytes, int from, int to) {
        WholeObject object = new WholeObject(bytes, to);
        int end = object.here(from) == '{' ? object.value(from, 0) : -1;
        return end >= 0 && object.blank(end) == to ? end : -1;
    }

    /** The place behind the value that begins here; -1 where none does. */
    private int value(int at, int depth) {
        return switch (here(at)) {
            case '{' -> depth == DEEPEST ? -1 : members(at, '}', depth + 1);
            case '[' -> depth == DEEPEST ? -1 : members(at, ']', depth + 1);
            case '"' -> text(at);
            case 't' -> word(at, "true");
            case 'f' -> word(at, "false");
            case 'n' -> word(at, "null");
            default -> number(at);
        };
    }

    private int members(int from, char closing, int depth) {
        int at = blank(from + 1);
        if (here(at) == closing) {
            return at + 1;
        }
        while (true) {
            if (closing == '}') {
                at = here(at) == '"' ? text(at) : -1;
                at = at < 0 ? -1 : blank(at);
                if (at < 0 || here(at) != ':') {
                    return -1;
                }
                at = blank(at + 1);
            }
            at = value(at, depth);
            at = at < 0 ? -1 : blank(at);
            if (at < 0) {
                return -1;
            }
            if (here(at) == closing) {
                return at + 1;
            }
            if (here(at) != ',') {
                return -1;
            }
            at = blank(at + 1);
        }
    }

    private int text(int from) {
        int at = from + 1;
        while (at < to && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return at < to ? at + 1 : -1;
    }

    private int word(int from, String word) {
        int at = from;
        for (int i = 0; i < word.length(); i++) {
            if (here(at++) != word.charAt(i)) {
                return -1;
            }
        }
        return at;
    }

    private int number(int from) {
        int at = here(from) == '-' ? from + 1 : from;
        int digits = at;
        while ("0123456789.eE+-".indexOf(here(at)) >= 0) {
            at++;
        }
        return at == digits ? -1 : at;
    }

    private int blank(int from) {
        int at = from;
        while (at < to && Nesting.isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    /** The byte here; a NUL at the end. */
    private byte here(int at) {
        return at < to ? bytes[at] : 0;
    }
}
