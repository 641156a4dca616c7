package org.danaya.mandates.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens by itself with lists. */
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {

    private static final Duration KEPT = Duration.ofDays(2);

    /** Forgets lists that nobody sent. */
    @Bean
    RecurringJob mandatesForgottenLists(BulkTable table, Clock clock) {
        return new RecurringJob(
                "mandates.forgotten-lists",
                new Rhythm.Daily(LocalTime.of(3, 20)),
                Duration.ofMinutes(5),
                () -> table.forget(clock.instant().minus(KEPT)));
    }
}
