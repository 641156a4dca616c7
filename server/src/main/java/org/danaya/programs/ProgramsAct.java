package org.danaya.programs;

import org.danaya.base.ActType;

/** The privileged acts on API keys. Subjects are {@code api-key:ID}. */
public enum ProgramsAct implements ActType {
    /** A key was made. Facts: structure, grants, until, networks. */
    MADE("programs.made"),
    /** A second person approved it. Facts: evidence, statement. */
    APPROVED("programs.approved"),
    /** Somebody else answers for it from now on. Facts: before. */
    TAKEN_OVER("programs.taken-over"),
    /** It was ended before its date. Facts: reason. */
    REVOKED("programs.revoked"),
    /** It was shown and could not be used. Facts: why. At most one an hour for each reason. */
    USE_REFUSED("programs.use-refused");

    private final String code;

    ProgramsAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
