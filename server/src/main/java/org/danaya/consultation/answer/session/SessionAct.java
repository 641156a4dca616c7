package org.danaya.consultation.answer.session;

import org.danaya.base.ActType;

/** The privileged acts on sessions. Subject: {@code text-session:ID}. */
public enum SessionAct implements ActType {
    /** One was noted. Facts: kind, number. */
    OPENED("consultation.session-opened"),
    /** What its minutes say was changed. Facts: what. */
    WRITTEN("consultation.session-written"),
    /** Somebody else approved its minutes. Facts: sha256, evidence. */
    CLOSED("consultation.session-closed"),
    /** It didn't take place. Facts: reason. */
    CANCELLED("consultation.session-cancelled");

    private final String code;

    SessionAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
