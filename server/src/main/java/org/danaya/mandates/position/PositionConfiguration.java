package org.danaya.mandates.position;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.danaya.access.Accounts;
import org.danaya.base.Ids;
import org.danaya.base.Settings;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.log.LeafIntegrated;
import org.danaya.log.Leaves;
import org.danaya.mandates.Days;
import org.danaya.mandates.Mandates;
import org.danaya.page.PageSettings;
import org.danaya.people.Incumbencies;
import org.danaya.people.Persons;
import org.danaya.people.Positions;
import org.danaya.people.Structures;
import org.danaya.signin.FreshAssertions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Official positions on the platform. */
@Configuration(proxyBeanMethods = false)
class PositionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PositionConfiguration.class);

    @Bean
    OfficialPositions officialPositions(
            JdbcClient jdbc,
            Mandates mandates,
            Structures structures,
            Positions positions,
            Incumbencies incumbencies,
            Persons persons,
            Accounts accounts,
            FreshAssertions assertions,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            SecureRandom random,
            Clock clock,
            Settings settings) {
        return OfficialPositions.on(
                jdbc,
                mandates,
                new OfficialPositions.Organisation(
                        structures, positions, incumbencies, settings.get(PageSettings.COUNTRY)),
                assertions::answer,
                new PositionDecisions.People(
                        account -> accounts.get(account).owner().person(),
                        person -> persons.get(person).name()),
                leaves,
                transaction,
                news,
                ids,
                random,
                new Days(clock, settings.get(PageSettings.TIME_ZONE)));
    }

    @Bean
    RecurringJob positionsTakeEffect(OfficialPositions positions) {
        return new RecurringJob(
                "mandates.positions-take-effect",
                new Rhythm.Every(Duration.ofSeconds(20)),
                Duration.ofMinutes(5),
                positions.effects()::takeEffect);
    }

    /** Puts positions in force as soon as their leaves are public, if nothing else is awaited. */
    @Component
    static class Effects {

        private final OfficialPositions positions;

        Effects(OfficialPositions positions) {
            this.positions = positions;
        }

        @TransactionalEventListener(
                phase = TransactionPhase.AFTER_COMMIT,
                condition = "#news.kind() == 'mandates.signed'")
        void integrated(LeafIntegrated news) {
            if (!news.reference().startsWith(PositionRecording.REFERENCE)) {
                return;
            }
            try {
                Ids.read(news.reference().substring(PositionRecording.REFERENCE.length()))
                        .ifPresent(positions.effects()::takeEffect);
            } catch (RuntimeException e) {
                // The recurring job does it soon; the log's own work must not fail for it.
                LOG.warn("{} is not in force yet", news.reference(), e);
            }
        }
    }
}
