package org.danaya.edge;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong at the edge. */
public enum EdgeFault implements FaultCode {
    /** The edge can't listen. Facts: the address, the port, the reason. */
    CANNOT_LISTEN("edge.cannot-listen", FaultKind.UNAVAILABLE),
    /** There is nothing at this path. No facts. */
    NOT_FOUND("edge.not-found", FaultKind.UNKNOWN),
    /** The path takes other methods. Facts: the methods. Answered with status 405. */
    METHOD("edge.method-not-allowed", FaultKind.INVALID),
    /** The request breaks HTTP's rules or a limit on its head. No facts. */
    MALFORMED("edge.malformed-request", FaultKind.INVALID),
    /** The body is too long. Facts: the limit in bytes. */
    TOO_LARGE("edge.body-too-large", FaultKind.TOO_LARGE),
    /** The client asks too much in too short a time. No facts. */
    TOO_MANY("edge.too-many-requests", FaultKind.TOO_MANY),
    /** Too many requests are being answered at this moment. No facts. */
    BUSY("edge.busy", FaultKind.UNAVAILABLE),
    /** No checkpoint of the log can be read. No facts. */
    NO_CHECKPOINT("edge.no-checkpoint", FaultKind.UNAVAILABLE),
    /** The edge is at fault. Facts: the request's id. */
    INTERNAL("edge.internal", FaultKind.INTERNAL);

    private final String code;
    private final FaultKind kind;

    EdgeFault(String code, FaultKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
