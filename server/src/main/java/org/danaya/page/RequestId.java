package org.danaya.page;

import jakarta.servlet.http.HttpServletRequest;

/** The name of a request in logs, in error pages and in the header {@code X-Request-Id}. */
public final class RequestId {

    /** The header, the MDC key and the request attribute. */
    public static final String HEADER = "X-Request-Id";

    private RequestId() {}

    /** The id that the request was given when it came in; empty if it was given none. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(HEADER) instanceof String id ? id : "";
    }
}
