package org.danaya.mandates.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.danaya.access.Accounts;
import org.danaya.access.PublicAddress;
import org.danaya.base.Settings;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.delegation.Delegations;
import org.danaya.page.Words;
import org.danaya.people.Incumbencies;
import org.danaya.people.MailAddresses;
import org.danaya.trust.authority.Certificates;
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
    MailAddresses mailAddresses(Accounts accounts, Certificates certificates, Clock clock) {
        return new HolderAddresses(accounts::ofPerson, certificates::ofHolder, clock);
    }

    @Bean
    Addressees mandatesAddressees(
            Mandates mandates,
            Delegations delegations,
            Incumbencies incumbencies,
            Accounts accounts,
            MailAddresses addresses) {
        return new Addressees(
                mandates,
                delegations,
                incumbencies,
                account -> accounts.find(account).map(found -> found.owner().person()),
                addresses::of);
    }

    @Bean
    RecurringJob mandatesReminders(
            JdbcClient jdbc,
            Mandates mandates,
            Addressees addressees,
            Settings settings,
            PublicAddress address,
            Words words,
            Clock clock) {
        Reminders reminders =
                new Reminders(
                        jdbc,
                        mandates.register()::today,
                        addressees::of,
                        settings,
                        address,
                        words,
                        clock);
        return new RecurringJob(
                "mandates.reminders",
                new Rhythm.Daily(LocalTime.of(6, 40)),
                Duration.ofMinutes(30),
                reminders::send);
    }
}
