package org.danaya.mandates.letter;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.danaya.access.PublicAddress;
import org.danaya.base.Act;
import org.danaya.base.Ids;
import org.danaya.base.Settings;
import org.danaya.jobs.JobHandler;
import org.danaya.jobs.Jobs;
import org.danaya.jobs.RecurringJob;
import org.danaya.jobs.Rhythm;
import org.danaya.mandates.MandateAct;
import org.danaya.mandates.MandateChanged;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.status.MandateSeals;
import org.danaya.mandates.status.ScopeWords;
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

/** Letters, on the platform. */
@Configuration(proxyBeanMethods = false)
class LetterConfiguration {

    private static final String CHECK = "/verify";

    @Bean
    Letters letters(
            JdbcClient jdbc,
            Mandates mandates,
            MandateSeals qr,
            Seals seals,
            Words words,
            ScopeWords scopes,
            PublicAddress address,
            Settings settings,
            Unofficial unofficial,
            Jobs jobs,
            Clock clock) {
        LetterWriter writer =
                new LetterWriter(
                        words,
                        scopes::sayAll,
                        Map.of(
                                Language.FRENCH, settings.get(PageSettings.COUNTRY_FR),
                                Language.ENGLISH, settings.get(PageSettings.COUNTRY_EN)));
        return new Letters(
                jdbc,
                mandates.register(),
                qr,
                seals,
                words,
                new LetterPdf(writer),
                new Letters.Surroundings(
                        () -> address.page(CHECK),
                        settings.get(PageSettings.TIME_ZONE),
                        unofficial::now),
                jobs,
                clock);
    }

    @Bean
    JobHandler<Letters.Piece> mandateLettersJob(Letters letters) {
        return new JobHandler<>(Letters.TYPE, piece -> letters.make(piece.mandate()));
    }

    @Bean
    RecurringJob wantingLetters(Letters letters) {
        return new RecurringJob(
                "mandates.wanting-letters",
                new Rhythm.Every(Duration.ofHours(1)),
                Duration.ofMinutes(10),
                letters::askForWanting);
    }

    /** What gives reason to make letters, told in the transaction in which it happens. */
    @Component
    static class Reasons {

        private static final String MANDATE = "mandate:";

        private final Letters letters;

        Reasons(Letters letters) {
            this.letters = letters;
        }

        @EventListener(condition = "#news.state() == 'in-force'")
        void inForce(MandateChanged news) {
            letters.ask(news.mandate());
        }

        /** It has another seal than the letter's QR. */
        @EventListener
        void sealed(Act act) {
            if (act.type() == MandateAct.SEALED && act.subject().startsWith(MANDATE)) {
                Ids.read(act.subject().substring(MANDATE.length())).ifPresent(letters::ask);
            }
        }
    }
}
