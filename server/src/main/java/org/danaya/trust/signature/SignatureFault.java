package org.danaya.trust.signature;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with signing. */
public enum SignatureFault implements FaultCode {
    /** The timestamp service gives none now. Facts: what it says. */
    NO_TIMESTAMP("signature.no-timestamp", FaultKind.UNAVAILABLE),
    /** The key's algorithm can't be used for this form of signature. Facts: it. */
    ALGORITHM_UNUSABLE("signature.algorithm-unusable", FaultKind.CONFLICT),
    /** The file can't be signed in this form. Facts: its name, the form. */
    FILE_UNSIGNABLE("signature.file-unsignable", FaultKind.INVALID),
    /** What the level needs about the certificates can't be had. Facts: the level. */
    STATUS_MISSING("signature.status-missing", FaultKind.UNAVAILABLE),
    /** There is no such request, or it doesn't concern whoever asks. No facts. */
    UNKNOWN("signature.unknown", FaultKind.UNKNOWN),
    /** The request isn't in a state that allows this. No facts. */
    WRONG_STATE("signature.wrong-state", FaultKind.CONFLICT),
    /** Whoever asks has no certificate to sign with. No facts. */
    NO_CERTIFICATE("signature.no-certificate", FaultKind.CONFLICT),
    /** Whoever asks can't sign in that name now: no such office or mandate lets them. No facts. */
    NOT_IN_NAME("signature.not-in-name", FaultKind.FORBIDDEN),
    /** The passkey's answer doesn't confirm these documents as they are now. No facts. */
    NOT_CONFIRMED("signature.not-confirmed", FaultKind.INVALID),
    /** A program's wish lacks something, or it doesn't fit. Facts: the field. */
    WRONG_WISH("signature.wrong-wish", FaultKind.INVALID),
    /** A file isn't taken. Facts: its name, the code of the refusal. */
    FILE_REFUSED("signature.file-refused", FaultKind.INVALID),
    /** Another wish was made under this name before. Facts: the name. */
    OTHER_WISH("signature.other-wish", FaultKind.CONFLICT),
    /** No server took a mail. No facts. */
    MAIL_UNSENT("signature.mail-unsent", FaultKind.UNAVAILABLE),
    /** Too many documents, signers or requests. Facts: the most. */
    TOO_MANY("signature.too-many", FaultKind.TOO_LARGE);

    private final String code;
    private final FaultKind kind;

    SignatureFault(String code, FaultKind kind) {
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
