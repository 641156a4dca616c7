package org.danaya.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.danaya.base.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** How far the log is behind, read from the database at each look. */
@Component
final class LogGauges implements MeterBinder {

    private final LogWatch watch;

    LogGauges(LogWatch watch) {
        this.watch = watch;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("danaya.log.waiting", () -> read(LogFigures::waiting))
                .description("Leaves that are committed and have no place yet, up to 100000")
                .register(registry);
        Gauge.builder("danaya.log.lag", () -> read(figures -> age(figures.oldest(), 0)))
                .description("Age of the oldest leaf that has no place yet")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(
                        "danaya.log.checkpoint.age",
                        () -> read(figures -> age(figures.publishedAt(), Double.NaN)))
                .description("Time since the last checkpoint was published")
                .baseUnit("seconds")
                .register(registry);
    }

    /** A figure; none where the database doesn't answer or the log hasn't begun. */
    private double read(ToDoubleFunction<LogFigures> figure) {
        try {
            return figure.applyAsDouble(watch.figures());
        } catch (DataAccessException | Fault e) {
            return Double.NaN;
        }
    }

    private double age(@Nullable Instant since, double none) {
        return since == null
                ? none
                : Math.max(0, Duration.between(since, watch.now()).toMillis() / 1_000.0);
    }
}
