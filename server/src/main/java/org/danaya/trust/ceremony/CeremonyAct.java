package org.danaya.trust.ceremony;

import org.danaya.base.ActType;

/** What a ceremony does to the platform. */
public enum CeremonyAct implements ActType {
    /** A ceremony was handed over: its minute is in the log, its revocation list published. */
    HANDED_OVER("ceremony.handed-over");

    private final String code;

    CeremonyAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
