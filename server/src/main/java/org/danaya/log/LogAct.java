package org.danaya.log;

import org.danaya.base.ActType;

/** What operators do to the public log. */
public enum LogAct implements ActType {
    /** The log was compared with the database, its files were made again, and it goes on. */
    RECOVERED("log.recovered"),
    /** What a leaf commits to was destroyed. */
    LEAF_ERASED("log.leaf-erased");

    private final String code;

    LogAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    static LogAct of(String code) {
        for (LogAct act : values()) {
            if (act.code.equals(code)) {
                return act;
            }
        }
        throw new IllegalArgumentException(code);
    }
}
