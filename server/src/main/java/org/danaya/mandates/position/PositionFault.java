package org.danaya.mandates.position;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with official positions. */
public enum PositionFault implements FaultCode {
    /** There is no such position, or it is out of reach. No facts. */
    UNKNOWN("mandates.position-unknown", FaultKind.UNKNOWN),
    /** Its state doesn't allow this. Facts: the state's code. */
    WRONG_STATE("mandates.position-state", FaultKind.CONFLICT),
    /** Whoever signs may not speak for the structure about this. Facts: the structure's name. */
    NOT_SPEAKER("mandates.not-speaker", FaultKind.FORBIDDEN),
    /** What it would supersede isn't in force any more, or has a signed successor. No facts. */
    NOT_SUPERSEDED("mandates.not-superseded", FaultKind.CONFLICT),
    /** Something in it isn't as it must be any more, such as its last day. No facts. */
    UNFIT("mandates.position-unfit", FaultKind.CONFLICT),
    /** There is no file of it: no structure's certificate sealed one. No facts. */
    NO_FILE("mandates.position-no-file", FaultKind.UNKNOWN);

    private final String code;
    private final FaultKind kind;

    PositionFault(String code, FaultKind kind) {
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
