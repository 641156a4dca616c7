package org.danaya.trust.registration;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong at the registration desk, beside what {@code trust.authority} refuses. */
public enum RegistrationFault implements FaultCode {
    /** The person holds no function in the structure today. No facts. */
    NO_FUNCTION("registration.no-function", FaultKind.CONFLICT),
    /** The PKCS #10 request can't be used. Facts: why, in words. */
    REQUEST_REFUSED("registration.request-refused", FaultKind.INVALID),
    /** Some of a list can’t be asked for, so none was. Facts: each place and code. */
    LIST_REFUSED("registration.list-refused", FaultKind.INVALID),
    /** The list isn't there any more. No facts. */
    UNKNOWN_LIST("registration.unknown-list", FaultKind.UNKNOWN),
    /** A file can't be read or written. Facts: the file, why. */
    FILE_REFUSED("registration.file-refused", FaultKind.UNAVAILABLE),
    /** A parameter of a program's call is missing or wrong. Facts: its name. */
    WRONG_VALUE("registration.wrong-value", FaultKind.INVALID);

    private final String code;
    private final FaultKind kind;

    RegistrationFault(String code, FaultKind kind) {
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
