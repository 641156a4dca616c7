package org.danaya.trust.timestamp;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with timestamps. */
public enum TimestampFault implements FaultCode {
    /** What was posted doesn't call itself a timestamp query. Facts: the type it must have. */
    NOT_A_QUERY("timestamp.not-a-query", FaultKind.INVALID);

    private final String code;
    private final FaultKind kind;

    TimestampFault(String code, FaultKind kind) {
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
