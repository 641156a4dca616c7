package org.danaya.consultation.paper;

import java.time.Clock;
import java.time.Duration;
import org.danaya.consultation.TextPublished;
import org.danaya.consultation.Texts;
import org.danaya.jobs.JobHandler;
import org.danaya.jobs.Jobs;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.page.Unofficial;
import org.danaya.page.Words;
import org.danaya.trust.seal.Seals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The signed files of published texts, on the platform. */
@Configuration(proxyBeanMethods = false)
class PublishedPaperConfiguration {

    @Bean
    PublishedPapers publishedPapers(
            JdbcClient jdbc,
            Texts texts,
            Seals seals,
            Words words,
            Unofficial unofficial,
            Jobs jobs,
            Clock clock) {
        return new PublishedPapers(
                jdbc,
                texts,
                seals,
                words,
                new PublishedPaperWriter(texts, words),
                unofficial::now,
                jobs,
                clock);
    }

    @Bean
    JobHandler<PublishedPapers.Piece> signedTextsJob(PublishedPapers papers) {
        return new JobHandler<>(PublishedPapers.TYPE, piece -> papers.make(piece.version()));
    }

    @Bean
    RecurringJob missingSignedTexts(PublishedPapers papers) {
        return new RecurringJob(
                "consultation.missing-signed-texts",
                new Rhythm.Every(Duration.ofHours(1)),
                Duration.ofMinutes(10),
                papers::askForMissing);
    }

    /** A text's file is asked for in the transaction that publishes it. */
    @Component
    static class TextNews {

        private final PublishedPapers papers;

        TextNews(PublishedPapers papers) {
            this.papers = papers;
        }

        @EventListener
        void published(TextPublished news) {
            papers.ask(news.version());
        }
    }
}
