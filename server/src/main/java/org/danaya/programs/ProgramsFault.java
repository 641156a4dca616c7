package org.danaya.programs;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with API keys. */
public enum ProgramsFault implements FaultCode {
    /** What was sent is no key of this platform. No facts. */
    NOT_A_KEY("programs.not-a-key", FaultKind.UNAUTHENTICATED),
    /** The key waits for a second person. No facts. */
    WAITING("programs.waiting", FaultKind.UNAUTHENTICATED),
    /** The key ended by its date. No facts. */
    EXPIRED("programs.expired", FaultKind.UNAUTHENTICATED),
    /** The key was revoked. No facts. */
    REVOKED("programs.revoked", FaultKind.UNAUTHENTICATED),
    /** Who answers for the key can't sign in now. No facts. */
    NOBODY_ANSWERS("programs.nobody-answers", FaultKind.UNAUTHENTICATED),
    /** The key may not be used from there. Facts: the address. */
    WRONG_ADDRESS("programs.wrong-address", FaultKind.FORBIDDEN),
    /** The key stands in the address of the request. No facts. */
    IN_ADDRESS("programs.in-address", FaultKind.INVALID),
    /** The key is used too often. Facts: after how many seconds to try again. */
    TOO_OFTEN("programs.too-often", FaultKind.TOO_MANY),
    /** There is no such key, or it concerns others. No facts. */
    UNKNOWN("programs.unknown", FaultKind.UNKNOWN),
    /** The key isn't in a state that allows this. No facts. */
    WRONG_STATE("programs.wrong-state", FaultKind.CONFLICT),
    /** Somebody else must do this: who made the key doesn't approve it, nor the other way round. */
    OTHER_DECIDES("programs.other-decides", FaultKind.FORBIDDEN),
    /** Nobody gives or takes over what they may not do themselves. No facts. */
    MORE_THAN_YOURS("programs.more-than-yours", FaultKind.FORBIDDEN),
    /** The passkey's answer doesn't confirm this key as it is. No facts. */
    NOT_CONFIRMED("programs.not-confirmed", FaultKind.INVALID),
    /** The structure has as many keys as it may. Facts: the most. */
    TOO_MANY("programs.too-many", FaultKind.CONFLICT);

    private final String code;
    private final FaultKind kind;

    ProgramsFault(String code, FaultKind kind) {
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
