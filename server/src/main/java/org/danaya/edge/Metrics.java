package org.danaya.edge;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The figures in Prometheus' text format, for an edge that runs alone. */
record Metrics(PrometheusMeterRegistry registry) implements EdgeHandler {

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public String prefix() {
        return "/metrics";
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
    public EdgeAnswer answer(EdgeRequest request) {
        return EdgeAnswer.ok(
                registry.scrape().getBytes(StandardCharsets.UTF_8),
                EdgeAnswer.type("text/plain; version=0.0.4; charset=utf-8"),
                EdgeAnswer.NO_STORE);
    }
}
