package org.danaya.mandates.position.portal;

import org.danaya.page.Offer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the portal's first page leads to. */
@Configuration(proxyBeanMethods = false)
class PortalConfiguration {

    @Bean
    Offer positionsOffer() {
        return new Offer("positions", PublicPositionPages.PATH, 6);
    }

    @Bean
    Offer spokespersonsOffer() {
        return new Offer("spokespersons", SpokespersonPages.PATH, 7);
    }
}
