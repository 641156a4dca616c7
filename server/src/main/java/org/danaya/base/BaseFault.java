package org.danaya.base;

/** What can go wrong in any module. */
public enum BaseFault implements FaultCode {
    /** The person has the right, but not for this structure. No facts. */
    OUT_OF_REACH("base.out-of-reach", FaultKind.FORBIDDEN),
    /** Others than its owner have rights to the file of a secret. Facts: its path. */
    SECRET_OPEN("base.secret-open", FaultKind.INVALID),
    /** The file of a secret can't be read. Facts: its path, the reason. */
    SECRET_UNREADABLE("base.secret-unreadable", FaultKind.UNAVAILABLE);

    private final String code;
    private final FaultKind kind;

    BaseFault(String code, FaultKind kind) {
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
