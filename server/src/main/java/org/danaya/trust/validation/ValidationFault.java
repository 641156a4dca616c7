package org.danaya.trust.validation;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong around a check; what is wrong with a file is a {@link Refusal}. */
public enum ValidationFault implements FaultCode {
    /** Too many files are being checked. No facts. */
    BUSY("validation.busy", FaultKind.UNAVAILABLE),
    /** The reports of a check are forgotten by now. No facts. */
    REPORT_GONE("validation.report-gone", FaultKind.UNKNOWN),
    /** No file was sent. No facts. */
    NO_FILE("validation.no-file", FaultKind.INVALID),
    /** A file that the operator named can't be read. Facts: its path, the reason. */
    FILE_UNUSABLE("validation.file-unusable", FaultKind.INVALID);

    private final String code;
    private final FaultKind kind;

    ValidationFault(String code, FaultKind kind) {
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
