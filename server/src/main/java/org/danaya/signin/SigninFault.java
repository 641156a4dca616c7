package org.danaya.signin;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with signing in. None tells whether an account exists. */
public enum SigninFault implements FaultCode {
    /** The passkey's answer isn't right. No facts. */
    PASSKEY_REFUSED("signin.passkey-refused", FaultKind.UNAUTHENTICATED),
    /** The challenge is unknown, used or too old. No facts. */
    CHALLENGE_REFUSED("signin.challenge-refused", FaultKind.UNAUTHENTICATED),
    /** There is no such passkey of one's own. No facts. */
    UNKNOWN_PASSKEY("signin.unknown-passkey", FaultKind.UNKNOWN),
    /** Without it nobody could sign in to the account any more. No facts. */
    LAST_PASSKEY("signin.last-passkey", FaultKind.CONFLICT),
    /** The account has as many passkeys as it may. Facts: how many. */
    TOO_MANY_PASSKEYS("signin.too-many-passkeys", FaultKind.CONFLICT),
    /** Too many attempts. Facts: in how many seconds to try again. */
    TOO_MANY_ATTEMPTS("signin.too-many-attempts", FaultKind.TOO_MANY),
    /** There is no such session of one's own. No facts. */
    UNKNOWN_SESSION("signin.unknown-session", FaultKind.UNKNOWN),
    /** There is no foreign provider on this platform. No facts. */
    NO_PROVIDER("signin.no-provider", FaultKind.UNKNOWN),
    /** The provider's issuer can't be asked. Facts: the issuer. */
    PROVIDER_UNFIT("signin.provider-unfit", FaultKind.INVALID),
    /** A setting of the provider is missing. Facts: its key. */
    PROVIDER_INCOMPLETE("signin.provider-incomplete", FaultKind.INVALID),
    /** The subject opens another account, or the account is bound already. No facts. */
    SUBJECT_TAKEN("signin.subject-taken", FaultKind.CONFLICT);

    private final String code;
    private final FaultKind kind;

    SigninFault(String code, FaultKind kind) {
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
