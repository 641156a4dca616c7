package org.danaya.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a handler answers. Made once and sent many times where the answer doesn't change.
 *
 * @param headers beside those that every answer has
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EdgeAnswer(Status status, List<Header> headers, byte[] body) {

    private static final byte[] NOTHING = {};
    private static final String TAG = "ETag";
    private static final String TYPE = "Content-Type";

    /** For what never changes: a year, the longest that caches honour (RFC 8246). */
    public static final Header IMMUTABLE =
            Header.of("Cache-Control", "public, max-age=31536000, immutable");

    /** For what may change at every moment, and may be a little old. */
    public static final Header SECONDS = Header.of("Cache-Control", "public, max-age=2");

    /** For what is true now only. */
    public static final Header NO_STORE = Header.of("Cache-Control", "no-store");

    /** Any bytes. */
    public static final Header BYTES = type("application/octet-stream");

    /** Text in UTF-8. */
    public static final Header TEXT = type("text/plain; charset=utf-8");

    /** JSON. */
    public static final Header JSON = type("application/json");

    public EdgeAnswer {
        headers = List.copyOf(headers);
    }

    /** An answer with a body. */
    public static EdgeAnswer ok(byte[] body, Header... headers) {
        return new EdgeAnswer(Status.OK, List.of(headers), body);
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

    /**
     * This answer, or that the client has it already: it names the entity tag that stands among the
     * headers (RFC 9110 §13.1.2).
     */
    public EdgeAnswer unlessKnown(EdgeRequest request) {
        Optional<String> known = request.header("If-None-Match");
        if (known.isEmpty()) {
            return this;
        }
        for (Header header : headers) {
            // Proxies that compress weaken a tag with W/, and a client may send several.
            if (header.name().equals(TAG) && known.get().contains(header.value())) {
                return new EdgeAnswer(
                        Status.NOT_MODIFIED,
                        headers.stream().filter(one -> !one.name().equals(TYPE)).toList(),
                        NOTHING);
            }
        }
        return this;
    }

    /**
     * An entity tag.
     *
     * @param tag without the quotes
     */
    public static Header tag(String tag) {
        return Header.of(TAG, '"' + tag + '"');
    }

    /** A content type. */
    public static Header type(String type) {
        return Header.of(TYPE, type);
    }
}
