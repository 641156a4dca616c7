package org.danaya.crypto;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with keys. */
public enum CryptoFault implements FaultCode {
    /** A key's file is there and can't be used. Facts: the path, the reason. */
    KEY_UNREADABLE("crypto.key-unreadable", FaultKind.INTERNAL),
    /** A new key can't be kept. Facts: the path, the reason. */
    KEY_NOT_KEPT("crypto.key-not-kept", FaultKind.UNAVAILABLE);

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
