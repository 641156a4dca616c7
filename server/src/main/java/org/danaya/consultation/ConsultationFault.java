package org.danaya.consultation;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with texts that are consulted about. */
public enum ConsultationFault implements FaultCode {
    /** There is no such text, or it is out of reach. No facts. */
    UNKNOWN("consultation.unknown", FaultKind.UNKNOWN),
    /** The version's state doesn't allow this. Facts: the state's code. */
    WRONG_STATE("consultation.state", FaultKind.CONFLICT),
    /** It was changed since it was shown. No facts. */
    STALE("consultation.stale", FaultKind.CONFLICT),
    /** A draft is open already. Facts: its number. */
    DRAFT_OPEN("consultation.draft-open", FaultKind.CONFLICT),
    /** There is no version before, to compare with. No facts. */
    NOTHING_BEFORE("consultation.nothing-before", FaultKind.UNKNOWN),
    /** What was read is gone: it waited too long, or was taken. No facts. */
    IMPORT_GONE("consultation.import-gone", FaultKind.UNKNOWN),
    /** Acting so needs an office or a mandate of the structure. Facts: the structure's name. */
    NO_MANDATE("consultation.no-mandate", FaultKind.FORBIDDEN),
    /**
     * The act that adopts a text has a day that hasn't come, lacks its number, or is of a kind that
     * couldn't adopt it. No facts.
     */
    ACT_UNFIT("consultation.act-unfit", FaultKind.INVALID),
    /** Observations on it aren't settled. Facts: how many. */
    UNANSWERED("consultation.unanswered", FaultKind.CONFLICT),
    /** The passkey didn't confirm what was shown. No facts. */
    NOT_CONFIRMED("consultation.not-confirmed", FaultKind.FORBIDDEN),
    /** A text without a part can't be frozen. No facts. */
    EMPTY("consultation.empty", FaultKind.CONFLICT);

    private final String code;
    private final FaultKind kind;

    ConsultationFault(String code, FaultKind kind) {
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
