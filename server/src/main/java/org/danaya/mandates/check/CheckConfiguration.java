package org.danaya.mandates.check;

import java.time.Clock;
import java.time.Duration;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.credential.Credentials;
import org.danaya.mandates.letter.Letters;
import org.danaya.mandates.position.portal.PositionChecks;
import org.danaya.mandates.status.MandateSeals;
import org.danaya.page.Offer;
import org.danaya.trust.validation.Validations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What anybody may ask, on the platform. */
@Configuration(proxyBeanMethods = false)
class CheckConfiguration {

    private static final int FILES_AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    Checks mandateChecks(
            Mandates mandates,
            MandateSeals seals,
            Credentials credentials,
            PositionChecks positions,
            Clock clock) {
        return new Checks(mandates.register(), seals, credentials, positions, clock);
    }

    @Bean
    FileReaders fileReaders() {
        return new FileReaders();
    }

    @Bean
    Exhibits mandateExhibits(
            Checks checks, Validations validations, Letters letters, FileReaders readers) {
        return new Exhibits(
                checks, validations, letters, readers, new Turns(FILES_AT_ONCE, PATIENCE));
    }

    @Bean
    Offer mandateCheckOffer() {
        return new Offer("verify", CheckPages.PATH, 1);
    }
}
