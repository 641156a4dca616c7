package org.danaya.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How much the edge is asked, how it answers, how long it takes. */
final class Figures {

    private static final Duration FASTEST = Duration.ofNanos(50_000);
    private static final Duration SLOWEST = Duration.ofSeconds(10);

    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private final Counter refusedConnections;
    private final Counter displacedConnections;

    Figures(MeterRegistry registry) {
        this.registry = registry;
        this.refusedConnections =
                Counter.builder("danaya.edge.connections.refused")
                        .description("Connections closed because their address held too many")
                        .register(registry);
        this.displacedConnections =
                Counter.builder("danaya.edge.connections.displaced")
                        .description("Connections that did nothing, closed to make room for others")
                        .register(registry);
    }

    /** Answers that are counted together. */
    private record Kind(String handler, int hundreds) {}

    void answered(String handler, int status, long nanos) {
        timers.computeIfAbsent(new Kind(handler, status / 100), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    void refusedConnection() {
        refusedConnections.increment();
    }

    void displacedConnection() {
        displacedConnections.increment();
    }

    private Timer timer(Kind kind) {
        return Timer.builder("danaya.edge.requests")
                .description("Requests at the edge")
                .tag("handler", kind.handler)
                .tag("status", kind.hundreds + "xx")
                .publishPercentileHistogram()
                .minimumExpectedValue(FASTEST)
                .maximumExpectedValue(SLOWEST)
                .register(registry);
    }
}
