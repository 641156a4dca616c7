package org.danaya.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The journal's figures for whoever watches the platform; NaN where the database can't be asked.
 */
@Component
class AuditMetrics implements MeterBinder {

    private static final int MOST_COUNTED = 100_000;

    private final EntryTable entries;
    private final AnchorTable anchors;
    private final Clock clock;

    AuditMetrics(EntryTable entries, AnchorTable anchors, Clock clock) {
        this.entries = entries;
        this.anchors = anchors;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("danaya.journal.unchained", this, AuditMetrics::unchained)
                .description("Entries that are committed and not yet in the chain")
                .register(registry);
        Gauge.builder("danaya.journal.unanchored", this, AuditMetrics::unanchored)
                .description("Age of the oldest chained entry that no anchor covers")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("danaya.journal.anchor.age", this, AuditMetrics::anchorAge)
                .description("Time since the last anchor in the public log")
                .baseUnit("seconds")
                .register(registry);
    }

    private double unchained() {
        try {
            return entries.waiting(MOST_COUNTED);
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }

    private double unanchored() {
        try {
            return anchors.uncoveredSince().map(this::seconds).orElse(0.0);
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }

    private double anchorAge() {
        try {
            return anchors.last().map(anchor -> seconds(anchor.at())).orElse(Double.NaN);
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }

    private double seconds(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1_000.0;
    }
}
