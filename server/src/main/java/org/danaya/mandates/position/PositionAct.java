package org.danaya.mandates.position;

import org.danaya.base.ActType;

/** The privileged acts on official positions. Subjects: {@code official-position:ID}. */
public enum PositionAct implements ActType {
    /** A position was drafted. Facts: structure, kind. */
    DRAFTED("mandates.position-drafted"),
    /** A draft was changed. Facts: version. */
    CHANGED("mandates.position-changed"),
    /** Another person validated it. Facts: evidence. */
    VALIDATED("mandates.position-validated"),
    /** Somebody who may speak for the structure signed it. Facts: evidence, under. */
    SIGNED("mandates.position-signed"),
    /** It is known and in force. Facts: number, leaf. */
    IN_FORCE("mandates.position-in-force"),
    /** Another took its place. Facts: by. */
    REPLACED("mandates.position-replaced"),
    /** It was given up, or taken back. Facts: reason. */
    WITHDRAWN("mandates.position-withdrawn");

    private final String code;

    PositionAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** What acts on a position name as their subject. */
    static String subject(java.util.UUID position) {
        return "official-position:" + position;
    }
}
