package org.danaya.audit;

import org.danaya.base.ActType;

/** The acts of the journal itself. */
enum AuditAct implements ActType {
    /** Somebody took entries away as a file. */
    JOURNAL_EXPORTED("audit.journal-exported"),
    /** The addresses of old entries were erased, through a position. */
    ADDRESSES_ERASED("audit.addresses-erased");

    private final String code;

    AuditAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
