package org.danaya.mandates.check;

import org.danaya.base.FaultCode;
import org.danaya.base.FaultKind;
import org.danaya.page.Terminal;

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
    NO_FILE("mandates.exhibit-missing"),
    /** A PDF without the code of a mandate. No facts. */
    NO_CODE("mandates.exhibit-no-code"),
    /** A short code, and nobody to ask. No facts. */
    NEEDS_SERVER("mandates.code-needs-server"),
    /** What should be an anchor file isn't one. Facts: the file, why. */
    ANCHOR("mandates.anchor-broken"),
    /** What was remembered can't be read. Facts: the file. */
    MEMORY("mandates.memory-broken"),
    /** What was remembered is of another log than the anchor's. Facts: the file. */
    MEMORY_OTHER("mandates.memory-other"),
    /** More files are being examined than can be. No facts. */
    BUSY("mandates.exhibit-busy", FaultKind.UNAVAILABLE),
    /** Another file of the same address is being examined. No facts. */
    TURN("mandates.exhibit-turn", FaultKind.TOO_MANY);

    private final String code;
    private final FaultKind kind;

    CheckFault(String code) {
        this(code, FaultKind.INVALID);
    }

    CheckFault(String code, FaultKind kind) {
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

    /** What the command line ends with. */
    int exit() {
        return switch (this) {
            case NONE, FORMAT, LARGE, HARD, UNKNOWN, NO_FILE, NO_CODE -> Terminal.NEGATIVE;
            case NEEDS_SERVER -> Terminal.WRONG_USE;
            case ANCHOR, MEMORY, MEMORY_OTHER, BUSY, TURN -> Terminal.FAILURE;
        };
    }

    /** The key of its words. */
    String words() {
        return "fault." + code;
    }
}
