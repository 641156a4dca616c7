package org.danaya.edge;

/** What came isn't a request that we read. Without a stack trace: strangers cause it at will. */
final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Status status;

    BadRequest(Status status) {
        super(status.reason(), null, false, false);
        this.status = status;
    }

    Status status() {
        return status;
    }
}
