package org.danaya.trust.signature;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with signing. */
public enum SignatureFault implements FaultCode {
    /** The timestamp service gives none now. Facts: what it says. */
    NO_TIMESTAMP("signature.no-timestamp", FaultKind.UNAVAILABLE),
    /** The key's algorithm can't be used for this form of signature. Facts: it. */
    ALGORITHM_UNUSABLE("signature.algorithm-unusable", FaultKind.CONFLICT),
    /** The file can't be signed in this form. Facts: its name, the form. */
    FILE_UNSIGNABLE("signature.file-unsignable", FaultKind.INVALID),
    /** What the level needs about the certificates can't be had. Facts: the level. */
    STATUS_MISSING("signature.status-missing", FaultKind.UNAVAILABLE);

    private final String code;
    private final FaultKind kind;

    SignatureFault(String code, FaultKind kind) {
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
