package org.danaya.trust.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the registration desk does by itself. */
@Configuration(proxyBeanMethods = false)
class RegistrationJobs {

    private static final Duration KEPT = Duration.ofDays(2);

    @Bean
    RecurringJob expiryReminders(Reminders reminders) {
        return new RecurringJob(
                "registration.expiry-reminders",
                new Rhythm.Daily(LocalTime.of(6, 30)),
                Duration.ofMinutes(30),
                reminders::send);
    }

    @Bean
    RecurringJob forgottenLists(BatchTable lists, Clock clock) {
        return new RecurringJob(
                "registration.forgotten-lists",
                new Rhythm.Daily(LocalTime.of(3, 10)),
                Duration.ofMinutes(5),
                () -> lists.forget(clock.instant().minus(KEPT)));
    }
}
