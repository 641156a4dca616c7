package org.danaya.form;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can be wrong with an address. */
public enum FormFault implements FaultCode {
    /** A parameter of the address is not of its form. */
    WRONG_PARAMETER("form.wrong-parameter", FaultKind.INVALID);

    private final String code;
    private final FaultKind kind;

    FormFault(String code, FaultKind kind) {
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
