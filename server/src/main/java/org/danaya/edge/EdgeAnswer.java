package org.danaya.edge;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * What a handler answers. Made once and sent many times where the answer doesn't change.
 *
 * @param headers beside those that every answer has
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EdgeAnswer(Status status, List<Header> headers, byte[] body) {

    /** For what never changes: a year, the longest that caches honour (RFC 8246). */
    public static final Header IMMUTABLE =
            HeaderValues.createCached(
                    HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");

    /** For what may change at every moment, and may be a little old. */
    public static final Header SECONDS =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=2");

    /** For what is true now only. */
    public static final Header NO_STORE =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    /** Any bytes. */
    public static final Header BYTES = type("application/octet-stream");

    /** Text in UTF-8. */
    public static final Header TEXT = type("text/plain; charset=utf-8");

    /** JSON. */
    public static final Header JSON = type("application/json");

    private static final byte[] NOTHING = {};

    public EdgeAnswer {
        headers = List.copyOf(headers);
    }

    /** An answer with a body. */
    public static EdgeAnswer ok(byte[] body, Header... headers) {
        return new EdgeAnswer(Status.OK_200, List.of(headers), body);
    }

    /** An answer without a body. */
    public static EdgeAnswer empty(Status status, Header... headers) {
        return new EdgeAnswer(status, List.of(headers), NOTHING);
    }

    /** The same answer with one more header. */
    public EdgeAnswer with(Header header) {
        List<Header> all = new ArrayList<>(headers);
        all.add(header);
        return new EdgeAnswer(status, all, body);
    }

    /** A content type. */
    public static Header type(String type) {
        return HeaderValues.createCached(HeaderNames.CONTENT_TYPE, type);
    }
}
