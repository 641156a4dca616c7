package org.danaya.mandates.check;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;

/** Why what was shown can't be checked. */
enum CheckFault implements FaultCode {
    /** A picture without a code that can be read. No facts. */
    NONE("mandates.exhibit-none"),
    /** A picture of a kind that isn't opened here. No facts. */
    FORMAT("mandates.exhibit-format"),
    /** A picture of more dots than are opened. No facts. */
    LARGE("mandates.exhibit-large"),
    /** It took more time or memory than a file gets. No facts. */
    HARD("mandates.exhibit-hard"),
    /** Neither a picture nor a document that can be signed. No facts. */
    UNKNOWN("mandates.exhibit-unknown"),
    /** No file came. No facts. */
    NO_FILE("mandates.exhibit-missing");

    private final String code;

    CheckFault(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public FaultKind kind() {
        return FaultKind.INVALID;
    }

    /** The key of its words. */
    String words() {
        return "fault." + code;
    }
}
