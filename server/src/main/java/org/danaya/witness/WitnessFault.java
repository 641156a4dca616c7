package org.danaya.witness;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with witnesses and with following a log. */
public enum WitnessFault implements FaultCode {
    /** A file with a policy or a list of logs can't be used. Facts: the path, the reason. */
    WRONG_POLICY("witness.wrong-policy", FaultKind.INVALID),
    /** The witness has no name. No facts. */
    NO_NAME("witness.no-name", FaultKind.INVALID),
    /** The witness has no file of logs. No facts. */
    NO_LOGS("witness.no-logs", FaultKind.INVALID),
    /** What the witness remembers of a log is damaged. Facts: the path, the reason. */
    STATE_DAMAGED("witness.state-damaged", FaultKind.INTERNAL),
    /** What the witness must remember can't be written. Facts: the reason. */
    STATE_NOT_KEPT("witness.state-not-kept", FaultKind.UNAVAILABLE),
    /** A key isn't one. Facts: the reason. */
    WRONG_KEY("witness.wrong-key", FaultKind.INVALID),
    /** An address can't be followed. Facts: the address. */
    WRONG_ADDRESS("witness.wrong-address", FaultKind.INVALID),
    /** What the monitor remembers is damaged or about another log. Facts: the path, the reason. */
    MONITOR_STATE("witness.monitor-state", FaultKind.INVALID);

    private final String code;
    private final FaultKind kind;

    WitnessFault(String code, FaultKind kind) {
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
