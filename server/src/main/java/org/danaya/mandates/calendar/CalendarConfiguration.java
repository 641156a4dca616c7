package org.danaya.mandates.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.danaya.access.PublicAddress;
import org.danaya.base.Settings;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.mandates.Mandates;
import org.danaya.page.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calendar and its reminders on the platform. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    Calendar mandatesCalendar(JdbcClient jdbc, Mandates mandates) {
        return new Calendar(jdbc, mandates.register()::today);
    }

    @Bean
    RecurringJob mandatesReminders(
            JdbcClient jdbc,
            Mandates mandates,
            Settings settings,
            PublicAddress address,
            Words words,
            Clock clock) {
        Reminders reminders =
                new Reminders(jdbc, mandates.register()::today, settings, address, words, clock);
        return new RecurringJob(
                "mandates.reminders",
                new Rhythm.Daily(LocalTime.of(6, 40)),
                Duration.ofMinutes(30),
                reminders::send);
    }
}
