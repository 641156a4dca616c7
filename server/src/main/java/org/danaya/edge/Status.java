package org.danaya.edge;

import java.nio.charset.StandardCharsets;

/** The statuses that the edge answers with (RFC 9110 §15). */
public enum Status {
    OK(200, "OK"),
    NO_CONTENT(204, "No Content"),
    NOT_MODIFIED(304, "Not Modified"),
    BAD_REQUEST(400, "Bad Request"),
    UNAUTHENTICATED(401, "Unauthorized"),
    FORBIDDEN(403, "Forbidden"),
    NOT_FOUND(404, "Not Found"),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
    CONFLICT(409, "Conflict"),
    TOO_LARGE(413, "Content Too Large"),
    URI_TOO_LONG(414, "URI Too Long"),
    EXPECTATION_FAILED(417, "Expectation Failed"),
    UNPROCESSABLE(422, "Unprocessable Content"),
    TOO_MANY_REQUESTS(429, "Too Many Requests"),
    HEADERS_TOO_LARGE(431, "Request Header Fields Too Large"),
    INTERNAL(500, "Internal Server Error"),
    NOT_IMPLEMENTED(501, "Not Implemented"),
    UNAVAILABLE(503, "Service Unavailable"),
    VERSION_NOT_SUPPORTED(505, "HTTP Version Not Supported");

    private final int code;
    private final String reason;

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final byte[] line;

    Status(int code, String reason) {
        this.code = code;
        this.reason = reason;
        this.line =
                ("HTTP/1.1 " + code + " " + reason + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The status of a number; {@link #INTERNAL} where the edge has no such status. */
    static Status of(int code) {
        for (Status status : values()) {
            if (status.code == code) {
                return status;
            }
        }
        return INTERNAL;
    }

    public int code() {
        return code;
    }

    String reason() {
        return reason;
    }

    /** Copies the line that begins its answers, and gives the index behind it. */
    int writeTo(byte[] bytes, int at) {
        System.arraycopy(line, 0, bytes, at, line.length);
        return at + line.length;
    }

    /** Whether its answers never have a body (RFC 9112 §6.3). */
    boolean isBare() {
        return this == NO_CONTENT || this == NOT_MODIFIED;
    }
}
