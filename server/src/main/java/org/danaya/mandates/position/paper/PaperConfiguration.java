package org.danaya.mandates.position.paper;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.danaya.access.PublicAddress;
import org.danaya.base.Settings;
import org.danaya.jobs.JobHandler;
import org.danaya.jobs.Jobs;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.position.OfficialPositions;
import org.danaya.mandates.position.PositionChanged;
import org.danaya.page.Language;
import org.danaya.page.PageSettings;
import org.danaya.page.Unofficial;
import org.danaya.page.Words;
import org.danaya.trust.seal.Seals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of positions, on the platform. */
@Configuration(proxyBeanMethods = false)
class PaperConfiguration {

    @Bean
    PositionPapers positionPapers(
            JdbcClient jdbc,
            OfficialPositions positions,
            Mandates mandates,
            Seals seals,
            Words words,
            PublicAddress address,
            Settings settings,
            Unofficial unofficial,
            Jobs jobs,
            Clock clock) {
        return new PositionPapers(
                jdbc,
                positions.register(),
                mandates.register(),
                words,
                seals,
                new PositionPaperWriter(
                        words,
                        Map.of(
                                Language.FRENCH, settings.get(PageSettings.COUNTRY_FR),
                                Language.ENGLISH, settings.get(PageSettings.COUNTRY_EN)),
                        settings.get(PageSettings.TIME_ZONE)),
                address::page,
                unofficial::now,
                jobs,
                clock);
    }

    @Bean
    JobHandler<PositionPapers.Piece> positionFilesJob(PositionPapers papers) {
        return new JobHandler<>(PositionPapers.TYPE, piece -> papers.make(piece.position()));
    }

    @Bean
    RecurringJob missingPositionFiles(PositionPapers papers) {
        return new RecurringJob(
                "mandates.missing-position-files",
                new Rhythm.Every(Duration.ofHours(1)),
                Duration.ofMinutes(10),
                papers::askForMissing);
    }

    /** A position's file is asked for in the transaction that puts it in force. */
    @Component
    static class Reasons {

        private final PositionPapers papers;

        Reasons(PositionPapers papers) {
            this.papers = papers;
        }

        @EventListener(condition = "#news.state() == 'in-force'")
        void inForce(PositionChanged news) {
            papers.ask(news.position());
        }
    }
}
