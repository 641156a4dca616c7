package org.danaya.edge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.danaya.base.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Whether the edge lives ({@code /health}, {@code /health/live}) and whether all of it can answer
 * ({@code /health/ready}).
 */
final class Health implements EdgeHandler {

    private static final EdgeAnswer UP = answer(Status.OK, "UP");
    private static final EdgeAnswer NOT_READY = answer(Status.UNAVAILABLE, "DOWN");

    private final List<EdgeHandler> others;

    Health(List<EdgeHandler> others) {
        this.others = List.copyOf(others);
    }

    @Override
    public String name() {
        return "health";
    }

    @Override
    public String prefix() {
        return "/health";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public int bodyLimit() {
        return 0;
    }

    @Override
    public boolean forAnySite() {
        return false;
    }

    @Override
    public @Nullable EdgeAnswer atOnce(EdgeRequest request) {
        return request.path().equals("/health/ready") ? null : answer(request);
    }

    @Override
    public EdgeAnswer answer(EdgeRequest request) {
        return switch (request.path()) {
            case "/health", "/health/live" -> UP;
            case "/health/ready" -> others.stream().allMatch(EdgeHandler::ready) ? UP : NOT_READY;
            default -> throw new Fault(EdgeFault.NOT_FOUND);
        };
    }

    private static EdgeAnswer answer(Status status, String word) {
        byte[] body = ("{\"status\":\"" + word + "\"}\n").getBytes(StandardCharsets.UTF_8);
        return new EdgeAnswer(status, List.of(EdgeAnswer.JSON, EdgeAnswer.NO_STORE), body);
    }
}
