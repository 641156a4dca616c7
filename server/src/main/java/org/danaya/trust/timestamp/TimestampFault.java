package org.danaya.trust.timestamp;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with timestamps. */
public enum TimestampFault implements FaultCode {
    /** What was posted doesn't call itself a timestamp query. Facts: the type it must have. */
    NOT_A_QUERY("timestamp.not-a-query", FaultKind.INVALID),
    /** The service can't be reached, or doesn't answer in time. Facts: its address, why. */
    NO_ANSWER("timestamp.no-answer", FaultKind.UNAVAILABLE),
    /** What it answered isn't an answer to what was asked. Facts: its address, why. */
    WRONG_ANSWER("timestamp.wrong-answer", FaultKind.UNAVAILABLE),
    /** The answer's file is there already. Facts: its name. */
    FILE_THERE("timestamp.file-there", FaultKind.CONFLICT),
    /** A file can't be read or written. Facts: its name, why. */
    FILE_UNUSABLE("timestamp.file-unusable", FaultKind.INVALID);

    private final String code;
    private final FaultKind kind;

    TimestampFault(String code, FaultKind kind) {
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
