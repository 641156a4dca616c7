package org.danaya.trust.status;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with what relying parties are told. */
public enum StatusFault implements FaultCode {
    /** What was posted doesn't call itself an OCSP request. Facts: the type it must have. */
    NOT_OCSP("status.not-ocsp", FaultKind.INVALID),
    /** There is no such file. No facts. */
    NO_FILE("status.no-file", FaultKind.UNKNOWN);

    private final String code;
    private final FaultKind kind;

    StatusFault(String code, FaultKind kind) {
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
