package org.danaya.access;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with accounts and roles. */
public enum AccessFault implements FaultCode {
    /** The public address can't carry passkeys. Facts: the address. */
    PUBLIC_URL_UNFIT("access.public-url-unfit", FaultKind.INVALID),
    /** The name of a person can't be registered so. No facts. */
    NAME_REFUSED("access.name-refused", FaultKind.INVALID),
    /** There is no such account. No facts. */
    UNKNOWN_ACCOUNT("access.unknown-account", FaultKind.UNKNOWN),
    /** The account is in a state that doesn't allow this. Facts: the state's word. */
    WRONG_STATE("access.wrong-state", FaultKind.CONFLICT),
    /** The person has an account already. No facts. */
    HAS_ACCOUNT("access.has-account", FaultKind.CONFLICT),
    /** Others have the person's name, and who invites didn't say that it is another. No facts. */
    HOMONYM("access.homonym", FaultKind.CONFLICT),
    /** The platform would be without an administrator. No facts. */
    LAST_ADMINISTRATOR("access.last-administrator", FaultKind.CONFLICT),
    /** Nobody may do this to their own account. No facts. */
    OWN_ACCOUNT("access.own-account", FaultKind.FORBIDDEN),
    /** The link is unknown, used, replaced or too old; which one isn't said. No facts. */
    LINK_REFUSED("access.link-refused", FaultKind.UNKNOWN),
    /** There is no such proposal. No facts. */
    UNKNOWN_PROPOSAL("access.unknown-proposal", FaultKind.UNKNOWN),
    /** There is no such role assignment, or it has ended. No facts. */
    UNKNOWN_ASSIGNMENT("access.unknown-assignment", FaultKind.UNKNOWN),
    /** There is no such reset. No facts. */
    UNKNOWN_RESET("access.unknown-reset", FaultKind.UNKNOWN),
    /** Another reset of the account waits for a decision. No facts. */
    RESET_WAITS("access.reset-waits", FaultKind.CONFLICT),
    /** The reset was decided meanwhile. No facts. */
    RESET_DECIDED("access.reset-decided", FaultKind.CONFLICT),
    /** Somebody else must do this: who asked, whom it favours or who approved may not. No facts. */
    OTHER_DECIDES("access.other-decides", FaultKind.FORBIDDEN),
    /**
     * What is done in the structure's name needs an office or a mandate, and whoever would do it
     * holds none. Facts: the power's code.
     */
    NO_BASIS("access.no-basis", FaultKind.FORBIDDEN),
    /** The key of stored secrets can't be read or made. Facts: the path, the reason. */
    KEY_UNUSABLE("access.key-unusable", FaultKind.UNAVAILABLE);

    private final String code;
    private final FaultKind kind;

    AccessFault(String code, FaultKind kind) {
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
