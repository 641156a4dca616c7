package org.danaya.base;

/** What can go wrong in any module. */
public enum BaseFault implements FaultCode {
    /** The person has the right, but not for this structure. No facts. */
    OUT_OF_REACH("base.out-of-reach", FaultKind.FORBIDDEN);

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
