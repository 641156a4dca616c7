package org.danaya.texts;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with files of texts. */
public enum TextsFault implements FaultCode {
    /** There is no such file. Facts: its name. */
    NOT_THERE("texts.not-there", FaultKind.UNKNOWN),
    /** A file can't be read as a text. Facts: its name, the cause in the reader's language. */
    UNREADABLE("texts.unreadable", FaultKind.INVALID),
    /** A file isn't Akoma Ntoso. Facts: its name, what it is, in the reader's language. */
    NOT_AKN("texts.not-akn", FaultKind.INVALID),
    /** A file can't be written. Facts: its name, the cause in the reader's language. */
    UNWRITABLE("texts.unwritable", FaultKind.INVALID);

    private final String code;
    private final FaultKind kind;

    TextsFault(String code, FaultKind kind) {
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
