package org.danaya.saved;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can be wrong with saved views. */
public enum SavedFault implements FaultCode {
    /** There are as many as one account may have. Fact: how many. */
    TOO_MANY("saved.too-many", FaultKind.CONFLICT);

    private final String code;
    private final FaultKind kind;

    SavedFault(String code, FaultKind kind) {
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
