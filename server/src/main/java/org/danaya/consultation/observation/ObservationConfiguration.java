package org.danaya.consultation.observation;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.danaya.access.Accounts;
import org.danaya.access.PublicAddress;
import org.danaya.access.Roles;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.base.Settings;
import org.danaya.consultation.Calendar;
import org.danaya.consultation.Texts;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.log.Leaves;
import org.danaya.page.PageSettings;
import org.danaya.page.Words;
import org.danaya.people.InWhoseName;
import org.danaya.people.MailAddresses;
import org.danaya.people.Persons;
import org.danaya.signin.FreshAssertions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Observations on the platform. */
@Configuration(proxyBeanMethods = false)
class ObservationConfiguration {

    @Bean
    Observations observations(
            JdbcClient jdbc,
            Texts texts,
            Accounts accounts,
            Persons persons,
            InWhoseName names,
            FreshAssertions assertions,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock,
            Settings settings) {
        Calendar calendar =
                new Calendar(
                        clock,
                        settings.get(PageSettings.TIME_ZONE),
                        settings.get(PageSettings.COUNTRY).toLowerCase(Locale.ROOT));
        return Observations.on(
                jdbc,
                texts.register(),
                new Submission.People(
                        account -> accounts.get(account).owner().person(),
                        person -> persons.get(person).name(),
                        names,
                        assertions::answer),
                leaves,
                transaction,
                news,
                ids,
                calendar);
    }

    @Bean
    RecurringJob observationReminders(
            Observations observations,
            Texts texts,
            Roles roles,
            Accounts accounts,
            MailAddresses addresses,
            Settings settings,
            PublicAddress address,
            Words words,
            Clock clock) {
        ReferralReminders reminders =
                new ReferralReminders(
                        observations.referrals(),
                        texts.register(),
                        new ReferralReminders.Correspondents(
                                structures -> roles.holders(Right.WRITE_OBSERVATIONS, structures),
                                account -> addresses.of(accounts.get(account).owner().person())),
                        settings,
                        address,
                        words,
                        clock);
        return new RecurringJob(
                "consultation.reminders",
                new Rhythm.Every(Duration.ofMinutes(30)),
                Duration.ofMinutes(20),
                reminders::send);
    }

    @Bean
    RecurringJob observationSilence(Observations observations) {
        return new RecurringJob(
                "consultation.silence",
                new Rhythm.Every(Duration.ofMinutes(1)),
                Duration.ofMinutes(5),
                observations.referrals()::recordSilence);
    }
}
