package org.danaya.trust.issuance;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can keep an audit of issuance from its end. */
public enum IssuanceFault implements FaultCode {
    /** A copy of the log, its disclosures and its keys go together. No facts. */
    OPTIONS("issuance.options", FaultKind.INVALID),
    /** Not a key of a log. Facts: what was given. */
    KEY("issuance.key", FaultKind.INVALID),
    /** A file is missing, can't be read or isn't of its form. Facts: the reason. */
    UNREADABLE("issuance.unreadable", FaultKind.INVALID),
    /** The log's entries don't make its root. Facts: the size of the tree. */
    ROOT_DIFFERS("issuance.root-differs", FaultKind.INVALID);

    private final String code;
    private final FaultKind kind;

    IssuanceFault(String code, FaultKind kind) {
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
