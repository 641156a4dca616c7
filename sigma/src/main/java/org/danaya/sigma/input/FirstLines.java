package org.danaya.sigma.input;

/** Tells lines of logs from other text, by the first of them. */
final class FirstLines {

    /** So many lines that aren't blank are looked at: a log may begin with what is no event. */
    private static final int LOOKED_AT = 10;

    private static final String TIME = "00:00:00";

    private FirstLines() {}

    /**
     * Whether one of the first lines is syslog, CEF, the beginning of a JSON object, or says a time
     * of day, which logs of all kinds do and other texts hardly do.
     */
    static boolean areOfALog(byte[] head) {
        int looked = 0;
        int from = 0;
        while (from < head.length && looked < LOOKED_AT) {
            int to = from;
            while (to < head.length && head[to] != '\n') {
                to++;
            }
            int first = blank(head, from, to);
            if (first < to) {
                if (isOfALog(head, first, to)) {
                    return true;
                }
                looked++;
            }
            from = to + 1;
        }
        return false;
    }

    private static boolean isOfALog(byte[] bytes, int from, int to) {
        if (bytes[from] == '{') {
            int next = blank(bytes, from + 1, to);
            return next < to && bytes[next] == '"';
        }
        return Syslog.of(bytes, from, to) != null
                || Cef.of(bytes, from, to) != null
                || hasTime(bytes, from, to);
    }

    /** Whether hours, minutes and seconds stand somewhere: {@code 13:40:03}. */
    private static boolean hasTime(byte[] bytes, int from, int to) {
        Cursor cursor = new Cursor(bytes, from, to);
        for (int at = from; at < to; at++) {
            cursor.moveTo(at);
            if (cursor.hasShape(TIME)
                    && (at == from || !isDigit(bytes[at - 1]))
                    && isBelow(24, bytes, at)
                    && isBelow(60, bytes, at + 3)
                    && isBelow(61, bytes, at + 6)
                    && endsAt(bytes, at + TIME.length(), to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBelow(int limit, byte[] bytes, int at) {
        return (bytes[at] - '0') * 10 + bytes[at + 1] - '0' < limit;
    }

    /** Addresses of network cards go on there. */
    private static boolean endsAt(byte[] bytes, int at, int to) {
        return at == to || (bytes[at] != ':' && !isDigit(bytes[at]));
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static int blank(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && Nesting.isBlank(bytes[at])) {
            at++;
        }
        return at;
    }
}
