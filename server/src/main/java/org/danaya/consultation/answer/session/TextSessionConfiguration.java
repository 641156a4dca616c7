package org.danaya.consultation.answer.session;

import java.time.Clock;
import java.time.Duration;
import org.danaya.access.AccountPersons;
import org.danaya.access.Accounts;
import org.danaya.base.Ids;
import org.danaya.base.Settings;
import org.danaya.consultation.TextRegister;
import org.danaya.jobs.JobHandler;
import org.danaya.jobs.Jobs;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.log.Leaves;
import org.danaya.page.PageSettings;
import org.danaya.page.Words;
import org.danaya.signin.FreshAssertions;
import org.danaya.trust.seal.Seals;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions on the platform. */
@Configuration(proxyBeanMethods = false)
class TextSessionConfiguration {

    @Bean
    SessionRegister sessionRegister(JdbcClient jdbc) {
        return new SessionRegister(jdbc);
    }

    @Bean
    TextSessions textSessions(
            JdbcClient jdbc,
            SessionRegister register,
            TextRegister texts,
            Words words,
            FreshAssertions assertions,
            Accounts accounts,
            MinutesSealing sealing,
            Leaves leaves,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock,
            Settings settings) {
        return new TextSessions(
                register,
                new SessionWriting(jdbc, transaction, news, ids, clock),
                new SessionClosing(
                        jdbc,
                        texts,
                        new MinutesPaper(words, settings.get(PageSettings.TIME_ZONE)),
                        assertions::answer,
                        new AccountPersons(id -> accounts.get(id).owner().person()),
                        leaves,
                        transaction,
                        news,
                        clock),
                sealing);
    }

    @Bean
    MinutesSealing minutesSealing(
            JdbcClient jdbc,
            SessionRegister register,
            TextRegister texts,
            Seals seals,
            Jobs jobs,
            Clock clock) {
        return new MinutesSealing(jdbc, register, texts, seals, jobs, clock);
    }

    @Bean
    JobHandler<MinutesSealing.Piece> sealMinutesJob(MinutesSealing sealing) {
        return new JobHandler<>(MinutesSealing.TYPE, piece -> sealing.make(piece.session()));
    }

    @Bean
    RecurringJob missingMinutesSeals(MinutesSealing sealing) {
        return new RecurringJob(
                "consultation.missing-minutes-seals",
                new Rhythm.Every(Duration.ofHours(1)),
                Duration.ofMinutes(10),
                sealing::askForMissing);
    }

    /** A seal is asked for in the transaction that closes the minutes. */
    @Component
    static class MinutesReasons {

        private final MinutesSealing sealing;

        MinutesReasons(MinutesSealing sealing) {
            this.sealing = sealing;
        }

        @EventListener
        void closed(MinutesClosed news) {
            sealing.ask(news.session());
        }
    }
}
