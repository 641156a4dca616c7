package org.danaya.trust.timestamp;

import java.util.Set;
import java.util.function.Consumer;
import org.danaya.base.Fault;
import org.danaya.edge.EdgeAnswer;
import org.danaya.edge.EdgeHandler;
import org.danaya.edge.EdgeRequest;
import org.danaya.edge.Header;

/** Timestamps over HTTP (RFC 3161 §3.4). */
final class TimestampHttp implements EdgeHandler {

    private static final String ASKED = "application/timestamp-query";
    private static final Header TYPE = EdgeAnswer.type("application/timestamp-reply");
    private static final int BODY_BYTES = 4_096;

    private final Timestamps timestamps;

    TimestampHttp(Timestamps timestamps) {
        this.timestamps = timestamps;
    }

    @Override
    public String name() {
        return "tsa";
    }

    @Override
    public String prefix() {
        return "/tsa";
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public int bodyLimit() {
        return BODY_BYTES;
    }

    @Override
    public boolean forAnySite() {
        return true;
    }

    @Override
    public boolean later(EdgeRequest request, Consumer<EdgeAnswer> taker) {
        if (!timestamps.inMemory()) {
            return false;
        }
        timestamps.answer(asked(request), reply -> taker.accept(told(reply)));
        return true;
    }

    @Override
    public EdgeAnswer answer(EdgeRequest request) {
        return told(timestamps.answer(asked(request)));
    }

    private static byte[] asked(EdgeRequest request) {
        if (request.header("Content-Type").filter(type -> !type.startsWith(ASKED)).isPresent()) {
            throw new Fault(TimestampFault.NOT_A_QUERY, ASKED);
        }
        return request.body();
    }

    private static EdgeAnswer told(byte[] reply) {
        return EdgeAnswer.ok(reply, TYPE, EdgeAnswer.NO_STORE);
    }
}
