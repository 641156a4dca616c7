package org.danaya.demo;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with a demonstration. */
public enum DemoFault implements FaultCode {
    /** A page isn't what the story expects. Facts: its path, what was expected and what it says. */
    LOST("demo.lost", FaultKind.INTERNAL),
    /** Something didn't come in time. Facts: what. */
    LATE("demo.late", FaultKind.UNAVAILABLE),
    /** The environment names a database, which a demonstration must never touch. No facts. */
    REAL_DATABASE("demo.real-database", FaultKind.CONFLICT),
    /** The folder has something in it already. Facts: the folder. */
    NOT_EMPTY("demo.not-empty", FaultKind.CONFLICT);

    private final String code;
    private final FaultKind kind;

    DemoFault(String code, FaultKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public FaultKind kind() {
        return kind;
    }
}
