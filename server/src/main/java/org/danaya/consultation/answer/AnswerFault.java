package org.danaya.consultation.answer;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with answers and causes. */
public enum AnswerFault implements FaultCode {
    /** There is no such observation, change or cause, or it is out of reach. No facts. */
    UNKNOWN("consultation.answer.unknown", FaultKind.UNKNOWN),
    /** The next version is frozen: what explains it is fixed. No facts. */
    FIXED("consultation.answer.fixed", FaultKind.CONFLICT),
    /** Whoever observed doesn't decide. Facts: the observation's number. */
    OWN_OBSERVATION("consultation.answer.own", FaultKind.FORBIDDEN),
    /** A reason has to be said. No facts. */
    NO_REASON("consultation.answer.no-reason", FaultKind.INVALID),
    /** It isn't the duplicate of another that stands for itself. No facts. */
    DUPLICATE("consultation.answer.duplicate", FaultKind.CONFLICT),
    /** The session isn't about this text, or was cancelled. No facts. */
    OTHER_SESSION("consultation.answer.session", FaultKind.CONFLICT),
    /** Only an accepted observation is a cause. Facts: its number. */
    NOT_ACCEPTED("consultation.answer.not-accepted", FaultKind.CONFLICT),
    /** The text has changed since it was shown: this change isn't there any more. No facts. */
    GONE("consultation.answer.gone", FaultKind.CONFLICT),
    /** There is no version before it with which it could be compared. No facts. */
    FIRST("consultation.answer.first", FaultKind.CONFLICT),
    /** Too many at once. Facts: the limit. */
    TOO_MANY("consultation.answer.too-many", FaultKind.CONFLICT);

    private final String code;
    private final FaultKind kind;

    AnswerFault(String code, FaultKind kind) {
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
