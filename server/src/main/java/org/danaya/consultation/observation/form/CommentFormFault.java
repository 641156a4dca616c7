package org.danaya.consultation.observation.form;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** Why a file can't be read as a form at all. */
public enum CommentFormFault implements FaultCode {
    /** It is neither an Excel nor a Word file, or a broken one. No facts. */
    UNREADABLE("observation.form-unreadable", FaultKind.INVALID),
    /**
     * It is locked by a password, or of Office 97 to 2003: both are kept in one kind of file. No
     * facts.
     */
    LOCKED_OR_OLD("observation.form-locked-or-old", FaultKind.INVALID),
    /** It is, or unpacks to, more than is read. No facts. */
    TOO_LARGE("observation.form-too-large", FaultKind.TOO_LARGE);

    private final String code;
    private final FaultKind kind;

    CommentFormFault(String code, FaultKind kind) {
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
