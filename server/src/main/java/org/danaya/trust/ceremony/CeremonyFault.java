package org.danaya.trust.ceremony;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong in a ceremony. */
public enum CeremonyFault implements FaultCode {
    /** The folder holds something already. Facts: the folder. */
    FOLDER_TAKEN("ceremony.folder-taken", FaultKind.CONFLICT),
    /** A file of the ceremony can't be read or written. Facts: the path, the reason. */
    FILE("ceremony.file", FaultKind.INTERNAL),
    /** A keeper's passphrase is too short. Facts: the keeper, the least characters. */
    PASSPHRASE_SHORT("ceremony.passphrase-short", FaultKind.INVALID),
    /** Two keepers gave the same passphrase. Facts: the two keepers. */
    PASSPHRASE_SAME("ceremony.passphrase-same", FaultKind.INVALID),
    /** A passphrase isn't the keeper's. Facts: the keeper. */
    PASSPHRASE_WRONG("ceremony.passphrase-wrong", FaultKind.INVALID),
    /** Too few keepers for the root's key. Facts: how many came, how many are needed. */
    KEEPERS_MISSING("ceremony.keepers-missing", FaultKind.INVALID),
    /** The shares give no key. Facts: the folder. */
    SHARES_DIFFER("ceremony.shares-differ", FaultKind.INVALID),
    /** There is nobody to ask, and no script. Facts: none. */
    NO_TERMINAL("ceremony.no-terminal", FaultKind.INVALID),
    /** What was to be signed was refused by the lint. Facts: the profile, the rules. */
    LINT("ceremony.lint", FaultKind.INVALID),
    /** An answer of the script or of a question. Facts: the field, the value. */
    WRONG_ANSWER("ceremony.wrong-answer", FaultKind.INVALID),
    /** The root doesn't know such an authority. Facts: the code. */
    NO_SUCH_AUTHORITY("ceremony.no-such-authority", FaultKind.UNKNOWN),
    /** The authority is revoked already. Facts: the code. */
    ALREADY_REVOKED("ceremony.already-revoked", FaultKind.CONFLICT),
    /** The token has keys of these names already. Facts: the labels, the suffix. */
    KEYS_LEFT("ceremony.keys-left", FaultKind.CONFLICT),
    /** The root's token has a root's key already. Facts: the token. */
    ROOT_KEY_THERE("ceremony.root-key-there", FaultKind.CONFLICT),
    /** The root's token has no root's key. Facts: the token. */
    ROOT_KEY_MISSING("ceremony.root-key-missing", FaultKind.UNKNOWN),
    /** What is to be abandoned was handed over or never begun. Facts: the folder. */
    NOT_UNFINISHED("ceremony.not-unfinished", FaultKind.CONFLICT);

    private final String code;
    private final FaultKind kind;

    CeremonyFault(String code, FaultKind kind) {
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
