package org.danaya.edge;

import java.util.Optional;
import java.util.function.Function;
import org.danaya.base.ClientAddress;

/**
 * What a handler sees of a request.
 *
 * @param method in capitals; {@code GET} for {@code HEAD}
 * @param path as it came over the wire: nothing decoded, nothing normalised
 * @param query likewise, without the question mark; empty where there is none
 * @param headers gives the first value of a header
 * @param body whole, within the handler's limit
 * @param client where it came from
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EdgeRequest(
        String method,
        String path,
        String query,
        Function<String, Optional<String>> headers,
        byte[] body,
        ClientAddress client) {

    /** The values of a header, with commas between. */
    public Optional<String> header(String name) {
        return headers.apply(name);
    }
}
