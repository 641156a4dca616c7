package org.danaya.consultation.observation;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with observations. */
public enum ObservationFault implements FaultCode {
    /** There is no such referral or observation, or it is out of reach. No facts. */
    UNKNOWN("observation.unknown", FaultKind.UNKNOWN),
    /** The version takes no observation now. Facts: the code of its state. */
    NOT_TAKEN("observation.not-taken", FaultKind.CONFLICT),
    /** The observation's state doesn't allow this. Facts: its code. */
    WRONG_STATE("observation.state", FaultKind.CONFLICT),
    /** What was looked at has changed since. No facts. */
    STALE("observation.stale", FaultKind.CONFLICT),
    /** Handing in needs an office or a mandate of the structure. Facts: the structure's name. */
    NO_MANDATE("observation.no-mandate", FaultKind.FORBIDDEN),
    /** The passkey didn't confirm it. No facts. */
    NOT_CONFIRMED("observation.not-confirmed", FaultKind.FORBIDDEN),
    /** Observations wait for their place in the text. Facts: how many. */
    UNPLACED("observation.unplaced", FaultKind.CONFLICT),
    /** There is nothing to hand in. No facts. */
    EMPTY("observation.empty", FaultKind.CONFLICT),
    /** There are observations, so that it can't be said that there are none. Facts: how many. */
    NOT_EMPTY("observation.not-empty", FaultKind.CONFLICT),
    /** More than a list may hold. Facts: the limit. */
    TOO_MANY("observation.too-many", FaultKind.CONFLICT),
    /** A deadline that isn't later than now and than the one before. No facts. */
    DEADLINE("observation.deadline", FaultKind.INVALID),
    /** What was read of a form is gone: it waited too long. No facts. */
    IMPORT_GONE("observation.import-gone", FaultKind.UNKNOWN);

    private final String code;
    private final FaultKind kind;

    ObservationFault(String code, FaultKind kind) {
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
