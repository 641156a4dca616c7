package org.danaya.consultation.answer;

import org.danaya.base.ActType;

/** The privileged acts on answers and causes. Subject: {@code text-version:ID}. */
public enum AnswerAct implements ActType {
    /** Observations were answered. Facts: disposition, count, observation (of one alone). */
    ANSWERED("consultation.answer-given"),
    /** It was said why words changed. Facts: kind, count, act. */
    EXPLAINED("consultation.cause-given"),
    /** It was said again of a change that went on changing. Facts: cause, hunk. */
    CONFIRMED("consultation.cause-confirmed"),
    /** What was said of a change was taken back. Facts: cause. */
    TAKEN_BACK("consultation.cause-ended");

    private final String code;

    AnswerAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
