package org.danaya.trust.policy;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong when policy documents are written. */
public enum PolicyFault implements FaultCode {
    /** A document can't be written. Facts: the path, the reason. */
    NOT_WRITTEN("policy.not-written", FaultKind.INTERNAL),
    /** Several documents were asked for and no folder for them. Facts: none. */
    FOLDER_WANTED("policy.folder-wanted", FaultKind.INVALID);

    private final String code;
    private final FaultKind kind;

    PolicyFault(String code, FaultKind kind) {
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
