package org.danaya.mandates.check;

import java.time.Clock;
import org.danaya.base.Settings;
import org.danaya.mandates.Mandates;
import org.danaya.page.Offer;
import org.danaya.page.PageSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What anybody may ask, on the platform. */
@Configuration(proxyBeanMethods = false)
class CheckConfiguration {

    @Bean
    Checks mandateChecks(Mandates mandates, Settings settings, Clock clock) {
        return new Checks(mandates.register(), settings.get(PageSettings.TIME_ZONE), clock);
    }

    @Bean
    Offer mandateCheckOffer() {
        return new Offer("verify", CheckPages.PATH, 1);
    }
}
