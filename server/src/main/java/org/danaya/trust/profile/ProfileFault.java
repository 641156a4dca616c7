package org.danaya.trust.profile;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can be wrong with profiles, and with what is asked of them. */
public enum ProfileFault implements FaultCode {
    /** A file can't be read. Facts: the file, the reason. */
    UNREADABLE("profile.unreadable", FaultKind.INTERNAL),
    /** A file is too large. Facts: the file, the limit in bytes. */
    TOO_LARGE("profile.too-large", FaultKind.TOO_LARGE),
    /** A file isn't YAML as we read it. Facts: the file, the line, the reason. */
    NOT_YAML("profile.not-yaml", FaultKind.INVALID),
    /** YAML that refers to another part of itself. Facts: the file, the line. */
    ALIAS("profile.alias", FaultKind.INVALID),
    /** A key that isn't known there. Facts: the file, the line, the key, the keys known. */
    UNKNOWN_KEY("profile.unknown-key", FaultKind.INVALID),
    /** A key is missing. Facts: the file, the line of its section, the key. */
    MISSING_KEY("profile.missing-key", FaultKind.INVALID),
    /** A wrong value. Facts: the file, the line, the key, the value, what is expected. */
    WRONG_VALUE("profile.wrong-value", FaultKind.INVALID),
    /** A value that a standard forbids. Facts: the file, the profile, the key, the clause. */
    BREAKS_RULE("profile.breaks-rule", FaultKind.INVALID),
    /** Two files give the same profile. Facts: the two files, the profile. */
    TWICE("profile.twice", FaultKind.INVALID),
    /** There is no such profile. Facts: the profile, those there are. */
    UNKNOWN("profile.unknown", FaultKind.UNKNOWN),
    /** A profile that this kind of authority doesn't issue. Facts: the profile, the authority. */
    OTHER_AUTHORITY("profile.other-authority", FaultKind.INVALID),
    /** Validity outside the profile or the issuer. Facts: the profile, the two instants. */
    VALIDITY("profile.validity", FaultKind.INVALID),
    /** A serial number that isn't 8 to 20 positive bytes. Facts: none. */
    SERIAL("profile.serial", FaultKind.INTERNAL);

    private final String code;
    private final FaultKind kind;

    ProfileFault(String code, FaultKind kind) {
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
