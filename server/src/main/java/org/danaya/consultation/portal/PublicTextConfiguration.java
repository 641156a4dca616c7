package org.danaya.consultation.portal;

import org.danaya.page.Offer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the portal's first page leads to. */
@Configuration(proxyBeanMethods = false)
class PublicTextConfiguration {

    @Bean
    Offer textsOffer() {
        return new Offer("texts", PublicTextPages.PATH, 8);
    }
}
