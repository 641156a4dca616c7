package org.danaya.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.stereotype.Component;

/** The log's figures for whoever watches the platform. */
@Component
final class LogMetrics {

    private final Counter appended;
    private final Counter published;
    private final DistributionSummary batches;
    private volatile SequencerState state = new SequencerState.Standby();

    LogMetrics(MeterRegistry registry) {
        this.appended =
                Counter.builder("danaya.log.appended")
                        .description("Leaves appended, in transactions that may not commit")
                        .register(registry);
        this.published =
                Counter.builder("danaya.log.published")
                        .description("Leaves covered by a published checkpoint")
                        .register(registry);
        this.batches =
                DistributionSummary.builder("danaya.log.batch")
                        .description("New leaves in one checkpoint")
                        .register(registry);
        Gauge.builder("danaya.log.halted", this, LogMetrics::halted)
                .description("1 while the log signs nothing")
                .register(registry);
    }

    /** Figures that nobody reads. */
    static LogMetrics unread() {
        return new LogMetrics(new SimpleMeterRegistry());
    }

    void appended(int leaves) {
        appended.increment(leaves);
    }

    void published(long leaves) {
        published.increment((double) leaves);
        if (leaves > 0) {
            batches.record((double) leaves);
        }
    }

    void state(SequencerState now) {
        state = now;
    }

    private double halted() {
        return state instanceof SequencerState.Halted ? 1 : 0;
    }
}
