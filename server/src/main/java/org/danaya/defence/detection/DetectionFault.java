package org.danaya.defence.detection;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can keep a detection from being run. */
public enum DetectionFault implements FaultCode {
    /** No usable rule. Facts: how many documents were refused. */
    NO_RULE("detection.no-rule", FaultKind.INVALID),
    /** A pipeline can't be read. Facts: the file, the line, why. */
    PIPELINE("detection.pipeline", FaultKind.INVALID),
    /** A file can't be read or written. Facts: its name, why. */
    FILE("detection.file", FaultKind.INVALID),
    /** The file for the results is one of the inputs. Facts: its name. */
    OVERWRITES("detection.overwrites", FaultKind.INVALID);

    private final String code;
    private final FaultKind kind;

    DetectionFault(String code, FaultKind kind) {
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
