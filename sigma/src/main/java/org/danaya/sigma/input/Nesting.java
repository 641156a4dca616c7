package org.danaya.sigma.input;

import java.util.BitSet;
import org.danaya.sigma.search.Words;

/**
 * Follows a piece of JSON from its first byte to its last, over any number of blocks, without
 * reading what it means. A broken object doesn't take those behind it along: it ends where a line
 * begins with a bracket that can't stand there.
 */
final class Nesting {

    /** What is followed. */
    enum Shape {
        /** An object or an array. */
        CONTAINER,
        /** A string. */
        TEXT,
        /** Up to what can't belong to a number, {@code true}, {@code false} or {@code null}. */
        WORD,
        /** What is no JSON, up to the end of the line or the next object. */
        RUBBISH
    }

    /** Deeper, broken objects aren't recognised by their commas. */
    private static final int KINDS = 1024;

    private static final long QUOTES = Words.repeated('"');
    private static final long BACKSLASHES = Words.repeated('\\');
    private static final long LINE_FEEDS = Words.repeated('\n');

    private final BitSet arrays = new BitSet();
    private Shape shape = Shape.RUBBISH;
    private int depth;
    private boolean alone;
    private boolean begun;
    private boolean inText;
    private boolean escaped;
    private boolean lineBegins;

    /** The last byte outside of strings that is no blank. */
    private byte last;

    void begin(Shape of) {
        shape = of;
        depth = 0;
        alone = true;
        begun = false;
        inText = false;
        escaped = false;
        lineBegins = false;
        last = 0;
    }

    /** Whether the object that was followed has one member at most. */
    boolean hasOneMember() {
        return alone;
    }

    /**
     * The place behind its end; -1 where it goes on behind these bytes, of which {@link
     * Words#PADDING} more may be read.
     */
    int follow(byte[] bytes, int from, int to) {
        return switch (shape) {
            case CONTAINER -> container(bytes, from, to);
            case TEXT -> text(bytes, from, to);
            case WORD, RUBBISH -> run(bytes, from, to);
        };
    }

    private int container(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            if (lineBegins && b == '{' && isMisplaced()) {
                return at;
            }
            lineBegins = b == '\n';
            if (inText) {
                at = inText(bytes, at, to);
                continue;
            }
            at++;
            switch (b) {
                case '"' -> inText = true;
                case '{', '[' -> {
                    depth++;
                    if (depth < KINDS) {
                        arrays.set(depth, b == '[');
                    }
                }
                case '}', ']' -> {
                    depth--;
                    if (depth == 0) {
                        return at;
                    }
                }
                case ',' -> alone &= depth > 1;
                default -> {
                    // Nothing that opens or closes.
                }
            }
            if (!isBlank(b)) {
                last = b;
            }
        }
        return -1;
    }

    /** Whether no object can begin here. */
    private boolean isMisplaced() {
        return switch (inText ? '"' : last) {
            case ':', '[' -> false;
            case ',' -> depth < KINDS && !arrays.get(depth);
            default -> true;
        };
    }

    /** Goes on in a string: behind its end, or where a line begins. */
    private int inText(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            long word = Words.eight(bytes, at);
            long found =
                    Words.equalTo(word, QUOTES)
                            | Words.equalTo(word, BACKSLASHES)
                            | Words.equalTo(word, LINE_FEEDS);
            if (found == 0 && !escaped) {
                at += 8;
                continue;
            }
            at += escaped ? 0 : Words.first(found);
            if (at >= to) {
                break;
            }
            byte b = bytes[at++];
            boolean plain = escaped;
            escaped = b == '\\' && !plain;
            if (b == '\n') {
                lineBegins = true;
                return at;
            }
            if (b == '"' && !plain) {
                inText = false;
                return at;
            }
        }
        return to;
    }

    private int text(byte[] bytes, int from, int to) {
        int at = from;
        if (!begun) {
            begun = true;
            inText = true;
            at++;
        }
        while (at < to) {
            if (lineBegins && bytes[at] == '{') {
                return at;
            }
            lineBegins = false;
            at = inText(bytes, at, to);
            if (!inText) {
                return at;
            }
        }
        return -1;
    }

    private int run(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (begun && ends(bytes[at])) {
                return at;
            }
            begun = true;
        }
        return -1;
    }

    private boolean ends(byte b) {
        if (shape == Shape.RUBBISH) {
            return b == '\n' || b == '{';
        }
        return switch (b) {
            case ',', ']', '[', '{', '"' -> true;
            default -> isBlank(b);
        };
    }

    /** RFC 8259 §2. */
    static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
