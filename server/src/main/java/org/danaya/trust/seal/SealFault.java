package org.danaya.trust.seal;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** What can go wrong with seals. */
public enum SealFault implements FaultCode {
    /** The structure has no certificate for seals whose key is kept here. Facts: its name. */
    NO_CERTIFICATE("seal.no-certificate", FaultKind.CONFLICT),
    /** The structure's certificate is suspended. Facts: its name. */
    SUSPENDED("seal.certificate-suspended", FaultKind.CONFLICT),
    /** The structure's certificate was revoked or is over. Facts: its name. */
    ENDED("seal.certificate-ended", FaultKind.CONFLICT),
    /** The key of the certificate can't be reached. Facts: the structure's name. */
    KEY_AWAY("seal.key-away", FaultKind.UNAVAILABLE),
    /** No document came. No facts. */
    NO_FILE("seal.no-file", FaultKind.INVALID),
    /** The document should not be opened at all. Facts: why, in words. */
    DANGEROUS("seal.dangerous", FaultKind.INVALID),
    /** The document acts by itself when it is opened, so that its look can change. No facts. */
    ACTIVE("seal.active", FaultKind.INVALID),
    /** There is no such structure. Facts: what was asked for. */
    UNKNOWN_STRUCTURE("seal.unknown-structure", FaultKind.INVALID),
    /** A parameter isn't one of those that are understood. Facts: its name. */
    WRONG_PARAMETER("seal.wrong-parameter", FaultKind.INVALID),
    /** The structure sealed as much today as it may. Facts: the most. */
    TOO_MANY_TODAY("seal.too-many-today", FaultKind.TOO_MANY),
    /** No more answers are kept for the API key today. Facts: the most, in mebibytes. */
    ANSWERS_FULL("seal.answers-full", FaultKind.TOO_MANY),
    /** As much is being sealed at once as can be. No facts. */
    BUSY("seal.busy", FaultKind.UNAVAILABLE),
    /** The same idempotency key came with something else. No facts. */
    OTHER_REQUEST("seal.other-request", FaultKind.CONFLICT),
    /** A person seals in the console, with a passkey. No facts. */
    KEYS_ALONE("seal.keys-alone", FaultKind.FORBIDDEN),
    /** There is no such sheet, or it is another's. No facts. */
    UNKNOWN_SHEET("seal.unknown-sheet", FaultKind.UNKNOWN),
    /** The sheet was confirmed already, or isn't yet. No facts. */
    WRONG_STATE("seal.wrong-state", FaultKind.CONFLICT),
    /** The passkey's answer doesn't confirm these documents as they are. No facts. */
    NOT_CONFIRMED("seal.not-confirmed", FaultKind.INVALID),
    /** A sheet holds no more. Facts: the most. */
    SHEET_FULL("seal.sheet-full", FaultKind.CONFLICT),
    /** The server of {@code danaya sign} can't be reached. Facts: its address, why. */
    UNREACHABLE("seal.unreachable", FaultKind.UNAVAILABLE),
    /** It shows a certificate for which nobody trusted answers. Facts: its address, why. */
    UNTRUSTED("seal.untrusted-server", FaultKind.UNAVAILABLE),
    /** It refused. Facts: its sentence, its code. */
    REFUSED("seal.refused", FaultKind.INVALID),
    /** What came back isn't what it says it is. Facts: the file. */
    GARBLED("seal.garbled", FaultKind.INTERNAL),
    /** A file can't be read or written. Facts: it, why. */
    FILE_UNUSABLE("seal.file-unusable", FaultKind.INVALID);

    private final String code;
    private final FaultKind kind;

    SealFault(String code, FaultKind kind) {
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
