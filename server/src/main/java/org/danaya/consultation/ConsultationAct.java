package org.danaya.consultation;

import org.danaya.base.ActType;

/** The privileged acts on texts. Subjects: {@code text-dossier:ID}, {@code text-version:ID}. */
public enum ConsultationAct implements ActType {
    /** A dossier was opened. Facts: kind, structure. */
    OPENED("consultation.opened"),
    /**
     * A version was drafted, from nothing, from another version or from a file. Facts: number,
     * form.
     */
    DRAFTED("consultation.drafted"),
    /** A draft was replaced by a file. Facts: number. */
    ABANDONED("consultation.abandoned"),
    /** A version's text was fixed. Facts: number, sha256. */
    FROZEN("consultation.frozen"),
    /** A version moved on its way. Facts: number, stage, basis. */
    MOVED("consultation.moved"),
    /** An act adopted a version, or the Council took note of it. Facts: number, kind, day. */
    ADOPTED("consultation.adopted"),
    /** The act that was noted was corrected. Facts: number, kind, day. */
    CORRECTED("consultation.corrected"),
    /** An adopted version was made known. Facts: number. */
    PUBLISHED("consultation.published"),
    /** A version was given up. Facts: number. */
    WITHDRAWN("consultation.withdrawn");

    private final String code;

    ConsultationAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
