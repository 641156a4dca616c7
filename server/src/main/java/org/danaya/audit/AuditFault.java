package org.danaya.audit;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with the journal. */
public enum AuditFault implements FaultCode {
    /** An act was told outside of a transaction. Fact: the act's code. */
    NO_TRANSACTION("audit.no-transaction", FaultKind.INTERNAL),
    /** An act tells more than an entry may hold. Facts: the act's code, the limit in characters. */
    TOO_LONG("audit.too-long", FaultKind.INTERNAL),
    /** The database has no journal yet. No facts. */
    NOT_BEGUN("audit.not-begun", FaultKind.CONFLICT),
    /** There is no entry at this position. Fact: the position. */
    UNKNOWN_ENTRY("audit.unknown-entry", FaultKind.UNKNOWN);

    private final String code;
    private final FaultKind kind;

    AuditFault(String code, FaultKind kind) {
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
