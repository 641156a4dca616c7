package org.danaya.trust.timestamp;

/** A request gets no token. Without a stack trace: strangers cause it at will. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal reason;

    Refused(Refusal reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Refusal reason() {
        return reason;
    }
}
