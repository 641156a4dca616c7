package org.danaya.edge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The head of a request of HTTP/1.1 or 1.0 (RFC 9112), read strictly: what two readers could
 * understand in two ways is refused. Never changes.
 */
final class RequestHead {

    /** How long the first line may be. */
    static final int LINE_BYTES = 8_192;

    private static final int MOST_HEADERS = 100;

    /** A length with more digits is none. */
    private static final int LENGTH_DIGITS = 15;

    private static final byte[] NEW = "HTTP/1.1\r".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OLD = "HTTP/1.0\r".getBytes(StandardCharsets.US_ASCII);
    private static final boolean[] TOKEN = new boolean[128];

    static {
        for (char c = '!'; c < 127; c++) {
            TOKEN[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
        }
    }

    private final byte[] bytes;
    private final String method;
    private final String path;
    private final String query;
    private final boolean old;

    /** Of each header: where its name begins and ends, and its value. */
    private int[] places = new int[4 * 12];

    private int count;

    /**
     * Where a head ends.
     *
     * @param searched up to where it was searched before
     * @return the index behind its empty line, or -1 where that hasn't come yet
     */
    static int end(byte[] bytes, int from, int searched, int to) {
        for (int i = Math.max(from + 3, searched); i < to; i++) {
            if (bytes[i] == '\n'
                    && bytes[i - 1] == '\r'
                    && bytes[i - 2] == '\n'
                    && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    /**
     * Ends where a head that hasn't all come is too long already.
     *
     * @param most bytes of all headers
     */
    static void limit(byte[] bytes, int from, int to, int most) {
        if (to - from > LINE_BYTES && lineEnd(bytes, from, from + LINE_BYTES) < 0) {
            throw new BadRequest(Status.URI_TOO_LONG);
        }
        if (to - from > LINE_BYTES + most) {
            throw new BadRequest(Status.HEADERS_TOO_LARGE);
        }
    }

    /**
     * Reads a head.
     *
     * @param end from {@link #end}
     * @param most bytes of all headers
     * @throws BadRequest where it isn't one
     */
    RequestHead(byte[] source, int from, int end, int most) {
        this.bytes = Arrays.copyOfRange(source, from, end);
        int first = lineEnd(bytes, 0, Math.min(bytes.length, LINE_BYTES));
        if (first < 0) {
            throw new BadRequest(Status.URI_TOO_LONG);
        }
        if (bytes.length - first > most) {
            throw new BadRequest(Status.HEADERS_TOO_LARGE);
        }
        int space = token(0);
        if (space == 0 || bytes[space] != ' ') {
            throw new BadRequest(Status.BAD_REQUEST);
        }
        this.method = text(0, space);
        int second = visible(space + 1);
        if (second == space + 1 || bytes[second] != ' ') {
            throw new BadRequest(Status.BAD_REQUEST);
        }
        this.old = version(second + 1, first);
        String target = origin(text(space + 1, second));
        int mark = target.indexOf('?');
        this.path = mark < 0 ? target : target.substring(0, mark);
        this.query = mark < 0 ? "" : target.substring(mark + 1);
        headers(first + 1);
        if (count("Host") > 1 || (count("Host") == 0 && !old)) {
            throw new BadRequest(Status.BAD_REQUEST);
        }
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    String query() {
        return query;
    }

    /** Whether the connection ends with the answer. */
    boolean isLast() {
        return old || names("Connection", "close");
    }

    /** Whether the client waits for a word before it sends the body (RFC 9110 §10.1.1). */
    boolean waits() {
        if (count("Expect") == 0) {
            return false;
        }
        if (!names("Expect", "100-continue")) {
            throw new BadRequest(Status.EXPECTATION_FAILED);
        }
        return !old;
    }

    /** The body's length; 0 where there is none, -1 where it comes in chunks (RFC 9112 §6). */
    long length() {
        int lengths = count("Content-Length");
        if (count("Transfer-Encoding") > 0) {
            if (lengths > 0 || old) {
                throw new BadRequest(Status.BAD_REQUEST);
            }
            if (!header("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
                throw new BadRequest(Status.NOT_IMPLEMENTED);
            }
            return -1;
        }
        if (lengths == 0) {
            return 0;
        }
        String text = header("Content-Length").orElse("");
        boolean number =
                !text.isEmpty()
                        && text.length() <= LENGTH_DIGITS
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (lengths > 1 || !number) {
            throw new BadRequest(Status.BAD_REQUEST);
        }
        return Long.parseLong(text);
    }

    /** The values of a header, with commas between. */
    Optional<String> header(String name) {
        String all = null;
        for (int i = 0; i < count; i++) {
            if (is(i, name)) {
                String value = text(places[4 * i + 2], places[4 * i + 3]);
                all = all == null ? value : all + "," + value;
            }
        }
        return Optional.ofNullable(all);
    }

    /** Whether one of a header's values, which stand between commas, is this word. */
    private boolean names(String name, String word) {
        if (count(name) == 0) {
            return false;
        }
        for (String value : header(name).orElse("").split(",", -1)) {
            if (value.strip().equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }

    private int count(String name) {
        int times = 0;
        for (int i = 0; i < count; i++) {
            times += is(i, name) ? 1 : 0;
        }
        return times;
    }

    private boolean is(int header, String name) {
        int from = places[4 * header];
        if (places[4 * header + 1] - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            int its = bytes[from + i];
            int wanted = name.charAt(i);
            if (its != wanted
                    && ((its ^ wanted) != 0x20 || (its | 0x20) < 'a' || (its | 0x20) > 'z')) {
                return false;
            }
        }
        return true;
    }

    private void headers(int from) {
        int at = from;
        while (bytes[at] != '\r' || bytes[at + 1] != '\n') {
            int colon = token(at);
            if (colon == at || bytes[colon] != ':') {
                throw new BadRequest(Status.BAD_REQUEST);
            }
            int begin = colon + 1;
            while (bytes[begin] == ' ' || bytes[begin] == '\t') {
                begin++;
            }
            int line = value(begin);
            int end = line;
            while (end > begin && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) {
                end--;
            }
            add(at, colon, begin, end);
            at = line + 2;
        }
        if (at + 2 != bytes.length) {
            throw new BadRequest(Status.BAD_REQUEST);
        }
    }

    private void add(int name, int nameEnd, int value, int valueEnd) {
        if (count == MOST_HEADERS) {
            throw new BadRequest(Status.HEADERS_TOO_LARGE);
        }
        if (4 * count == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        int at = 4 * count++;
        places[at] = name;
        places[at + 1] = nameEnd;
        places[at + 2] = value;
        places[at + 3] = valueEnd;
    }

    /** The end of a header's value: its line's. */
    private int value(int from) {
        int at = from;
        while (bytes[at] != '\r') {
            int c = bytes[at] & 0xff;
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                throw new BadRequest(Status.BAD_REQUEST);
            }
            at++;
        }
        if (bytes[at + 1] != '\n') {
            throw new BadRequest(Status.BAD_REQUEST);
        }
        return at;
    }

    /** Whether the version is 1.0. */
    private boolean version(int from, int lineEnd) {
        int length = NEW.length;
        if (lineEnd - from == length) {
            if (Arrays.equals(bytes, from, from + length, NEW, 0, length)) {
                return false;
            }
            if (Arrays.equals(bytes, from, from + length, OLD, 0, length)) {
                return true;
            }
        }
        boolean named = bytes[from] == 'H' && bytes[from + 1] == 'T' && bytes[from + 2] == 'T';
        throw new BadRequest(named ? Status.VERSION_NOT_SUPPORTED : Status.BAD_REQUEST);
    }

    /** The path and query of a target: without the scheme and the host that a proxy sends. */
    private static String origin(String target) {
        if (target.charAt(0) == '/' || target.equals("*")) {
            return target;
        }
        if (target.regionMatches(true, 0, "http://", 0, 7)) {
            int slash = target.indexOf('/', 7);
            return slash < 0 ? "/" : target.substring(slash);
        }
        throw new BadRequest(Status.BAD_REQUEST);
    }

    private int token(int from) {
        int at = from;
        while (bytes[at] >= 0 && TOKEN[bytes[at]]) {
            at++;
        }
        return at;
    }

    private int visible(int from) {
        int at = from;
        while (bytes[at] > ' ' && bytes[at] < 0x7f) {
            at++;
        }
        return at;
    }

    /** The index of the first line feed, or -1. */
    private static int lineEnd(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
