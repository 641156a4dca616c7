package org.danaya.consultation.observation;

import org.danaya.base.ActType;

/**
 * The privileged acts on referrals and observations. Subjects: {@code text-referral:ID}, {@code
 * observation:ID}.
 */
public enum ObservationAct implements ActType {
    /** A structure was asked. Facts: version, structure, deadline. */
    ASKED("observation.asked"),
    /** It has more time. Facts: deadline, reason. */
    EXTENDED("observation.extended"),
    /** Nothing had come at the deadline. Facts: deadline. */
    SILENT("observation.silent"),
    /** An observation was written. Facts: referral. */
    WRITTEN("observation.written"),
    /** An observation was changed. Facts: revision. */
    CHANGED("observation.changed"),
    /** An observation was given up. No facts. */
    WITHDRAWN("observation.withdrawn"),
    /** A form was taken. Facts: sha256, observations. */
    IMPORTED("observation.imported"),
    /** A structure handed in. Facts: batch, observations, sha256, receipt, basis, evidence. */
    SUBMITTED("observation.submitted");

    private final String code;

    ObservationAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
