package org.danaya.consultation.edit;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong while drafts are edited. */
public enum EditFault implements FaultCode {
    /** The unit isn't in the draft any more. No facts. */
    GONE("edit.gone", FaultKind.UNKNOWN),
    /** The version isn't a draft any more. No facts. */
    CLOSED("edit.closed", FaultKind.CONFLICT),
    /** What the operation is about changed since it was shown. No facts. */
    CHANGED("edit.changed", FaultKind.CONFLICT),
    /** The text would no longer be valid. No facts. */
    INVALID("edit.invalid", FaultKind.CONFLICT),
    /** There is nothing to undo, or somebody changed the draft since. No facts. */
    NOTHING_TO_UNDO("edit.undo", FaultKind.CONFLICT),
    /** The lines are too long. Facts: their length, the limit. */
    LARGE("edit.large", FaultKind.TOO_LARGE),
    /** One person leaves too much unsaved. Facts: the limit. */
    TOO_MUCH("edit.too-much", FaultKind.CONFLICT),
    /** Too many people change the draft at this moment. No facts. */
    BUSY("edit.busy", FaultKind.CONFLICT);

    private final String code;
    private final FaultKind kind;

    EditFault(String code, FaultKind kind) {
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
