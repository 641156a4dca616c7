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
record EdgeAnswer(Status status, List<Header> headers, byte[] body) {

    /** For what never changes: a year, the longest that caches honour (RFC 8246). */
    static final Header IMMUTABLE =
            HeaderValues.createCached(
                    HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");

    /** For what may change at every moment, and may be a little old. */
    static final Header SECONDS =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=2");

    /** For what is true now only. */
    static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    static final Header BYTES = type("application/octet-stream");
    static final Header TEXT = type("text/plain; charset=utf-8");
    static final Header JSON = type("application/json");

    private static final byte[] NOTHING = {};

    EdgeAnswer {
        headers = List.copyOf(headers);
    }

    /** An answer with a body. */
    static EdgeAnswer ok(byte[] body, Header... headers) {
        return new EdgeAnswer(Status.OK_200, List.of(headers), body);
    }

    /** An answer without a body. */
    static EdgeAnswer empty(Status status, Header... headers) {
        return new EdgeAnswer(status, List.of(headers), NOTHING);
    }

    /** The same answer with one more header. */
    EdgeAnswer with(Header header) {
        List<Header> all = new ArrayList<>(headers);
        all.add(header);
        return new EdgeAnswer(status, all, body);
    }

    static Header type(String type) {
        return HeaderValues.createCached(HeaderNames.CONTENT_TYPE, type);
    }
}
