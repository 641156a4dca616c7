package org.danaya.mandates;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.danaya.access.Accounts;
import org.danaya.base.Ids;
import org.danaya.base.Settings;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.log.Leaves;
import org.danaya.page.PageSettings;
import org.danaya.people.HeldInOffice;
import org.danaya.people.InWhoseName;
import org.danaya.people.Incumbencies;
import org.danaya.people.Persons;
import org.danaya.people.Positions;
import org.danaya.people.Structures;
import org.danaya.signin.FreshAssertions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The register and all that changes it, on the platform. */
@Configuration(proxyBeanMethods = false)
class MandateConfiguration {

    @Bean
    Mandates mandates(
            JdbcClient jdbc,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            FreshAssertions assertions,
            Accounts accounts,
            Structures structures,
            Persons persons,
            Positions positions,
            Incumbencies incumbencies,
            Ids ids,
            SecureRandom random,
            Clock clock,
            Settings settings) {
        return Mandates.on(
                jdbc,
                leaves,
                transaction,
                news,
                assertions::answer,
                account -> accounts.get(account).owner().person(),
                new Drafts.People(structures, persons, positions, incumbencies),
                ids,
                random,
                new Days(clock, settings.get(PageSettings.TIME_ZONE)));
    }

    @Bean
    Endings mandateEndings(Mandates mandates) {
        return mandates.endings();
    }

    @Bean
    InWhoseName inWhoseName(Mandates mandates) {
        return mandates.bases();
    }

    @Bean
    HeldInOffice heldInOffice(Mandates mandates) {
        return incumbency ->
                mandates.register().heldIn(incumbency).stream()
                        .map(Known::head)
                        .map(head -> "M-" + head.number() + " " + head.names().structure())
                        .toList();
    }

    @Bean
    RecurringJob mandatesTakeEffect(Mandates mandates) {
        return new RecurringJob(
                "mandates.take-effect",
                new Rhythm.Every(Duration.ofMinutes(1)),
                Duration.ofMinutes(5),
                mandates.signatures()::takeEffect);
    }
}
