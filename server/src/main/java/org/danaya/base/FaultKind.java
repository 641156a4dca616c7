package org.danaya.base;

/** The kinds of fault, each with the HTTP status (RFC 9110 §15) that tells it best. */
public enum FaultKind {
    /** The input can't be understood or breaks a rule. */
    INVALID(400),
    /** Nobody is signed in, or not freshly enough. */
    UNAUTHENTICATED(401),
    /** The person may not do this. */
    FORBIDDEN(403),
    /** There is no such thing. */
    UNKNOWN(404),
    /** The thing is in a state that doesn't allow this. */
    CONFLICT(409),
    /** The input passes a limit. */
    TOO_LARGE(413),
    /** Too many requests in too short a time. */
    TOO_MANY(429),
    /** The program is at fault. */
    INTERNAL(500),
    /** Something that the program needs isn't there for the moment. */
    UNAVAILABLE(503);

    private final int status;

    FaultKind(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
