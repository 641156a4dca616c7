package org.danaya.signin;

import org.danaya.base.ActType;

/** The privileged acts of signing in. Subjects are {@code account:ID}, or {@code address:IP}. */
public enum SigninAct implements ActType {
    /** A session began. Facts: by (passkey, recovery-code, provider). */
    SIGNED_IN("signin.signed-in"),
    /** Somebody failed to sign in. Facts: by, why. */
    SIGN_IN_FAILED("signin.sign-in-failed"),
    /** A session was ended by its person. */
    SIGNED_OUT("signin.signed-out"),
    /** Another session of the same person was ended by them. */
    SESSION_ENDED("signin.session-ended"),
    /** All sessions of an account were ended. Facts: count. */
    SIGNED_OUT_EVERYWHERE("signin.signed-out-everywhere"),
    /** A passkey was added. Facts: passkey. */
    PASSKEY_ADDED("signin.passkey-added"),
    /** A passkey was renamed. Facts: passkey. */
    PASSKEY_RENAMED("signin.passkey-renamed"),
    /** A passkey was removed. Facts: passkey. */
    PASSKEY_REMOVED("signin.passkey-removed"),
    /** Recovery codes were made; the earlier ones are void. */
    RECOVERY_CODES_MADE("signin.recovery-codes-made"),
    /** A recovery code was used. Facts: left. */
    RECOVERY_CODE_USED("signin.recovery-code-used"),
    /** An account was bound to a subject of the foreign provider. Facts: issuer. */
    PROVIDER_BOUND("signin.provider-bound"),
    /** An account is no longer bound to the foreign provider. */
    PROVIDER_UNBOUND("signin.provider-unbound"),
    /** A passkey confirmed a sensitive or official act. Facts: what, evidence. */
    ASSERTED("signin.asserted"),
    /** A passkey didn't confirm what it was asked to. Facts: what, why. */
    ASSERTION_FAILED("signin.assertion-failed");

    private final String code;

    SigninAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
