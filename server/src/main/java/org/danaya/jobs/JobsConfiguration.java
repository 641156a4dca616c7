package org.danaya.jobs;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.danaya.base.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine with every module's jobs, and the module's own. */
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
}
