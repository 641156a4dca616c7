package org.danaya.sigma.input;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An object that only holds together a list of events: {@code {"Records":[…]}} as AWS CloudTrail
 * exports it, {@code {"records":[…]}} as Azure Monitor does.
 */
final class Wrapper {

    /** It shows itself in so many bytes. */
    static final int SHOWS = 64;

    private static final List<byte[]> NAMES =
            List.of(
                    "\"Records\"".getBytes(StandardCharsets.US_ASCII),
                    "\"records\"".getBytes(StandardCharsets.US_ASCII));

    private Wrapper() {}

    /** The place behind the bracket that opens its list; -1 if it is none, as it begins. */
    static int inside(byte[] bytes, int from, int limit) {
        int to = Math.min(limit, from + SHOWS);
        int at = blank(bytes, from + 1, to);
        for (byte[] name : NAMES) {
            if (isAt(bytes, at, to, name)) {
                int colon = blank(bytes, at + name.length, to);
                int bracket = blank(bytes, colon + 1, to);
                int first = blank(bytes, bracket + 1, to);
                boolean opens =
                        first < to
                                && bytes[colon] == ':'
                                && bytes[bracket] == '['
                                && (bytes[first] == '{' || bytes[first] == ']');
                return opens ? bracket + 1 : -1;
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] bytes, int at, int to, byte[] name) {
        if (to - at < name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (bytes[at + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    private static int blank(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && Nesting.isBlank(bytes[at])) {
            at++;
        }
        return at;
    }
}
