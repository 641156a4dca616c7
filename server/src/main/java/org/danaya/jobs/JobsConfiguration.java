package org.danaya.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.danaya.base.Right;
import org.danaya.base.Settings;
import org.danaya.page.Section;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/** The engine with every module's jobs, the module's own, its figures and its place. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    @Bean
    JobEngine jobEngine(
            DataSource source,
            Settings settings,
            TaskTable tasks,
            JobData data,
            Settlement settlement,
            Bell bell,
            Clock clock,
            ObjectProvider<JobHandler<?>> handlers,
            ObjectProvider<RecurringJob> recurring) {
        return new JobEngine(
                source,
                settings,
                tasks,
                data,
                settlement,
                bell,
                clock,
                handlers.stream().toList(),
                recurring.stream().toList());
    }

    @Bean
    RecurringJob cleanHistory(RunTable runs, Settings settings, Clock clock) {
        return new RecurringJob(
                "jobs.clean-history",
                new Rhythm.Every(Duration.ofMinutes(10)),
                Duration.ofMinutes(5),
                () ->
                        runs.clean(
                                clock.instant().minus(settings.get(JobsSettings.HISTORY)),
                                settings.get(JobsSettings.HISTORY_RUNS)));
    }

    @Bean
    Section jobsSection() {
        return new Section("jobs", JobsPages.PATH, Right.READ_JOBS, 90);
    }

    @Bean
    MeterBinder jobsFigures(JobReader reader) {
        return registry -> {
            Gauge.builder("danaya.jobs.waiting", () -> counted(reader, "task"))
                    .description("One-time work that waits or runs")
                    .register(registry);
            Gauge.builder("danaya.jobs.failed", () -> counted(reader, "failed"))
                    .description("One-time work that was given up and waits for a person")
                    .register(registry);
        };
    }

    private static double counted(JobReader reader, String table) {
        try {
            return reader.count(table, "");
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
