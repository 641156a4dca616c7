package org.danaya.mandates;

import org.danaya.base.ActType;

/**
 * The privileged acts on mandates. Subjects: {@code mandate:ID}, {@code office:ID}, {@code
 * mandates:keys}.
 */
public enum MandateAct implements ActType {
    /** Somebody asked that powers be recorded with a position. Facts: position. */
    OFFICE_PROPOSED("mandates.office-proposed"),
    /** Another person approved it. Facts: position, evidence. */
    OFFICE_RECORDED("mandates.office-recorded"),
    /** Another person refused it. Facts: reason. */
    OFFICE_REFUSED("mandates.office-refused"),
    /** The powers don't go with the position any more. Facts: reason. */
    OFFICE_ENDED("mandates.office-ended"),
    /** A mandate was drafted. Facts: number, structure, kind. */
    DRAFTED("mandates.drafted"),
    /** A draft was changed. Facts: version. */
    CHANGED("mandates.changed"),
    /** A mandate was given up before it was signed. Facts: reason. */
    WITHDRAWN("mandates.withdrawn"),
    /** Another person approved a draft. Facts: evidence. */
    APPROVED("mandates.approved"),
    /** Its grantor signed a mandate. Facts: evidence, under. */
    SIGNED("mandates.signed"),
    /** A mandate's leaf is public: it is in force. Facts: leaf. */
    IN_FORCE("mandates.in-force"),
    /** A mandate was suspended. Facts: reason. */
    SUSPENDED("mandates.suspended"),
    /** A suspension was ended. */
    RESUMED("mandates.resumed"),
    /** A power was taken from a mandate. Facts: power, reason. */
    POWER_REVOKED("mandates.power-revoked"),
    /** A mandate ends earlier than it says. Facts: until, cause. */
    SHORTENED("mandates.shortened"),
    /** A mandate was revoked. Facts: cause, reason. */
    REVOKED("mandates.revoked"),
    /** What was held in a position passes to whoever follows in it. Facts: from. */
    TRANSFERRED("mandates.transferred"),
    /** A mandate gave way to another. Facts: by. */
    REPLACED("mandates.replaced"),
    /** A delegation was constituted. Facts: number, structure. */
    DELEGATION_CONSTITUTED("mandates.delegation-constituted"),
    /** The facts of a delegation were changed. Facts: number, version. */
    DELEGATION_CHANGED("mandates.delegation-changed"),
    /** That members are in another delegation then was declared. Facts: number, reason. */
    CLASH_DECLARED("mandates.clash-declared"),
    /** Nobody goes: all its places were taken back. Facts: number, reason. */
    DELEGATION_ABANDONED("mandates.delegation-abandoned"),
    /** Somebody reported what came of a delegation. Facts: number. */
    REPORTED("mandates.reported"),
    /** A key was made that anchors, seals or says how mandates stand. Facts: use, key, until. */
    KEY_MADE("mandates.key-made"),
    /** A mandate was sealed for its bearer to carry. Facts: key. */
    SEALED("mandates.sealed"),
    /** Its bearer was given a credential of a mandate for a wallet. Facts: key. */
    CREDENTIAL_MADE("mandates.credential-made");

    private final String code;

    MandateAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
