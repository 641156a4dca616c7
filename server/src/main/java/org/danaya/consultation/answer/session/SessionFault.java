package org.danaya.consultation.answer.session;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with sessions. */
public enum SessionFault implements FaultCode {
    /** There is no such session, or it is out of reach. No facts. */
    UNKNOWN("consultation.session.unknown", FaultKind.UNKNOWN),
    /** Its minutes are closed, or it was cancelled. No facts. */
    OVER("consultation.session.over", FaultKind.CONFLICT),
    /** Its minutes were changed since they were shown. No facts. */
    STALE("consultation.session.stale", FaultKind.CONFLICT),
    /** Whoever wrote of them doesn't approve them. No facts. */
    OWN_MINUTES("consultation.session.own-minutes", FaultKind.FORBIDDEN),
    /** The passkey didn't confirm it. No facts. */
    NOT_CONFIRMED("consultation.session.not-confirmed", FaultKind.FORBIDDEN),
    /** Minutes without anybody who attended. No facts. */
    NOBODY("consultation.session.nobody", FaultKind.CONFLICT),
    /** More than a session holds. Facts: the limit. */
    FULL("consultation.session.full", FaultKind.CONFLICT),
    /** A decision that is the cause of a change is kept. No facts. */
    RELIED_ON("consultation.session.relied-on", FaultKind.CONFLICT);

    private final String code;
    private final FaultKind kind;

    SessionFault(String code, FaultKind kind) {
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
