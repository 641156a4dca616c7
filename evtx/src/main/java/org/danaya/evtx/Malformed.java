package org.danaya.evtx;

/** Inside this package: what is being read can't be; the reader counts its cause. */
final class Malformed extends Exception {

    private static final long serialVersionUID = 1;

    private final Cause cause;

    Malformed(Cause cause) {
        super(cause.name(), null, false, false);
        this.cause = cause;
    }

    Cause cause() {
        return cause;
    }
}
