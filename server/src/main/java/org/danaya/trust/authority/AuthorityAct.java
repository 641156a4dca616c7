package org.danaya.trust.authority;

import org.danaya.base.ActType;

/** The privileged acts on authorities and certificates. */
public enum AuthorityAct implements ActType {
    /** An authority was registered. Facts: kind, sha256. */
    AUTHORITY_REGISTERED("authority.registered"),
    /** An authority was told to issue no more. */
    AUTHORITY_ENDED("authority.ended"),
    /** Certificates of the infrastructure were approved in advance. Facts: profile, until, most. */
    STANDING_GIVEN("authority.standing-given"),
    /** A certificate was asked for. Facts: profile. */
    REQUESTED("authority.requested"),
    /** Evidence was attached. Facts: sha256, kind. */
    EVIDENCE_ADDED("authority.evidence-added"),
    /** An officer checked something about the applicant. Facts: check. */
    CHECKED("authority.identity-checked"),
    /** The exact certificate was prepared. Facts: tbs, profile. */
    PREPARED("authority.prepared"),
    /** The prepared certificate was approved. Facts: tbs, assertion. */
    APPROVED("authority.approved"),
    /** A request was refused. */
    REFUSED("authority.refused"),
    /** A request was withdrawn. */
    WITHDRAWN("authority.withdrawn"),
    /** A certificate was issued. Facts: authority, serial, profile, request or standing. */
    ISSUED("authority.issued"),
    /** A certificate was suspended. */
    SUSPENDED("authority.suspended"),
    /** A certificate's suspension was ended. */
    RELEASED("authority.released"),
    /** A certificate was revoked. Facts: reason. */
    REVOKED("authority.revoked");

    private final String code;

    AuthorityAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
