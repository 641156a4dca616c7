package org.danaya.trust.authority;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with authorities and certificates. */
public enum AuthorityFault implements FaultCode {
    /** The status of certificates can't be read. Facts: the reason. */
    STATUS_UNREADABLE("authority.status-unreadable", FaultKind.UNAVAILABLE),
    /** No such authority. Facts: what was asked for. */
    UNKNOWN_AUTHORITY("authority.unknown-authority", FaultKind.UNKNOWN),
    /** An authority of this code or certificate is registered. Facts: the code. */
    AUTHORITY_EXISTS("authority.exists", FaultKind.CONFLICT),
    /** What was given isn't an authority's certificate. Facts: the reason. */
    NOT_AN_AUTHORITY("authority.not-an-authority", FaultKind.INVALID),
    /** No authority of a kind can issue now. Facts: the kind. */
    NO_AUTHORITY("authority.none-of-kind", FaultKind.UNAVAILABLE),
    /** The authority's key is offline, or isn't in the token. Facts: the authority. */
    KEY_OFFLINE("authority.key-offline", FaultKind.UNAVAILABLE),
    /** No such profile. Facts: what was asked for. */
    UNKNOWN_PROFILE("authority.unknown-profile", FaultKind.UNKNOWN),
    /** No such request. No facts. */
    UNKNOWN_REQUEST("authority.unknown-request", FaultKind.UNKNOWN),
    /** No such certificate. No facts. */
    UNKNOWN_CERTIFICATE("authority.unknown-certificate", FaultKind.UNKNOWN),
    /** The request has moved on since it was looked at. No facts. */
    REQUEST_MOVED("authority.request-moved", FaultKind.CONFLICT),
    /** The subject doesn't fit the profile. Facts: what is wrong, in words. */
    SUBJECT_REFUSED("authority.subject-refused", FaultKind.INVALID),
    /**
     * What names the structure isn't what the register says. Facts: what was asked, what is said.
     */
    NOT_AS_REGISTERED("authority.not-as-registered", FaultKind.INVALID),
    /** As many of the structure's requests wait as may. Facts: the most. */
    TOO_MANY_OPEN("authority.too-many-open", FaultKind.CONFLICT),
    /** The key isn't fit to be certified. Facts: why, in words. */
    KEY_REFUSED("authority.key-refused", FaultKind.INVALID),
    /** The key is certified already, for another holder or purpose. No facts. */
    KEY_REUSED("authority.key-reused", FaultKind.CONFLICT),
    /** Not everything that this kind of certificate needs was checked. No facts. */
    CHECKS_MISSING("authority.checks-missing", FaultKind.CONFLICT),
    /** The TBSCertificate breaks clauses. Facts: which, in words. */
    LINT_REFUSED("authority.lint-refused", FaultKind.INVALID),
    /**
     * The profile asks for another person than who asked, examined or approved before. No facts.
     */
    SAME_PERSON("authority.same-person", FaultKind.FORBIDDEN),
    /** What was prepared is too old to be approved. No facts. */
    TOO_OLD("authority.prepared-too-long-ago", FaultKind.CONFLICT),
    /** Nothing was approved in advance for this. Facts: the authority, the profile. */
    NOT_STANDING("authority.not-approved-in-advance", FaultKind.FORBIDDEN),
    /** The passkey didn't confirm. No facts. */
    NOT_CONFIRMED("authority.not-confirmed", FaultKind.FORBIDDEN),
    /** The certificate is revoked already, which is final. No facts. */
    ALREADY_REVOKED("authority.already-revoked", FaultKind.CONFLICT),
    /** The certificate isn't suspended. No facts. */
    NOT_SUSPENDED("authority.not-suspended", FaultKind.CONFLICT),
    /** The certificate has expired. No facts. */
    EXPIRED("authority.certificate-expired", FaultKind.CONFLICT),
    /** The date from which it is worthless lies in the future or before it began. No facts. */
    DATE_REFUSED("authority.date-refused", FaultKind.INVALID),
    /** A piece of evidence is too large, or there are too many. Facts: the most bytes, the most. */
    EVIDENCE_REFUSED("authority.evidence-refused", FaultKind.TOO_LARGE);

    private final String code;
    private final FaultKind kind;

    AuthorityFault(String code, FaultKind kind) {
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
