package org.danaya.jobs;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong when people deal with background work. */
public enum JobsFault implements FaultCode {
    /** The work isn't in that state any more. Fact: the job's name. */
    GONE("jobs.gone", FaultKind.CONFLICT);

    private final String code;
    private final FaultKind kind;

    JobsFault(String code, FaultKind kind) {
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
