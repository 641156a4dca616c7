package org.danaya.log;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with the public log. */
public enum LogFault implements FaultCode {
    /** The configured origin isn't the one that the log began with. Facts: both, that first. */
    ORIGIN_CHANGED("log.origin-changed", FaultKind.CONFLICT),
    /** The log hasn't begun: the program never ran on this home. No facts. */
    NOT_BEGUN("log.not-begun", FaultKind.UNKNOWN),
    /** No leaf has this reference or index. Facts: it. */
    UNKNOWN_LEAF("log.unknown-leaf", FaultKind.UNKNOWN),
    /** The leaf isn't in a published checkpoint yet. Facts: its reference. */
    NOT_YET_PUBLISHED("log.not-yet-published", FaultKind.CONFLICT),
    /** What the leaf committed to was destroyed. Facts: its reference or index. */
    ERASED("log.erased", FaultKind.CONFLICT),
    /** The leaf is one that may never be erased. Facts: its reference. */
    PERMANENT("log.permanent", FaultKind.CONFLICT),
    /** The log runs, so there is nothing to recover. No facts. */
    RUNNING("log.running", FaultKind.CONFLICT),
    /** The log's files can't be read or written. Facts: the path, the reason. */
    FILES_UNUSABLE("log.files-unusable", FaultKind.UNAVAILABLE),
    /** A file or folder that the operator named isn't there. Facts: its path. */
    FILE_MISSING("log.file-missing", FaultKind.INVALID),
    /** A file that the operator wants written is there already. Facts: its path. */
    FILE_THERE("log.file-there", FaultKind.CONFLICT),
    /** A file that the operator named can't be read or written. Facts: the path, the reason. */
    FILE_UNUSABLE("log.file-unusable", FaultKind.INVALID),
    /** What was given as a verifier key isn't one. Facts: the reason. */
    KEY_UNREADABLE("log.key-unreadable", FaultKind.INVALID);

    private final String code;
    private final FaultKind kind;

    LogFault(String code, FaultKind kind) {
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
