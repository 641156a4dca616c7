package org.danaya.crypto;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with keys. */
public enum CryptoFault implements FaultCode {
    /** A key's file is there and can't be used. Facts: the path, the reason. */
    KEY_UNREADABLE("crypto.key-unreadable", FaultKind.INTERNAL),
    /** A new key can't be kept. Facts: the path, the reason. */
    KEY_NOT_KEPT("crypto.key-not-kept", FaultKind.UNAVAILABLE),
    /** A key of this label exists. Facts: the token, the label. */
    KEY_EXISTS("crypto.key-exists", FaultKind.CONFLICT),
    /** The token can't make or use such keys. Facts: the token, the algorithm. */
    ALGORITHM_REFUSED("crypto.algorithm-refused", FaultKind.INVALID),
    /** The secret or PIN isn't the token's. Facts: the token. */
    SECRET_WRONG("crypto.secret-wrong", FaultKind.INTERNAL),
    /** A PKCS #11 library is configured without the file of its PIN. Facts: the library. */
    SECRET_MISSING("crypto.secret-missing", FaultKind.INVALID),
    /** The secret is to be typed, and there is no terminal, or nothing was typed. No facts. */
    NOBODY_TO_ASK("crypto.nobody-to-ask", FaultKind.UNAVAILABLE),
    /** The token doesn't answer. Facts: the token, the reason. */
    TOKEN_AWAY("crypto.token-away", FaultKind.UNAVAILABLE),
    /** Every session of the token was in use for too long. Facts: the token. */
    TOKEN_BUSY("crypto.token-busy", FaultKind.UNAVAILABLE),
    /** The token refused to sign. Facts: the token, the label, the reason. */
    SIGNATURE_FAILED("crypto.signature-failed", FaultKind.INTERNAL);

    private final String code;
    private final FaultKind kind;

    CryptoFault(String code, FaultKind kind) {
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
