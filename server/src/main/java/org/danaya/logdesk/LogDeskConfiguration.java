package org.danaya.logdesk;

import org.danaya.base.Right;
import org.danaya.page.Offer;
import org.danaya.page.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the log stands on the portal and in the console. */
@Configuration(proxyBeanMethods = false)
class LogDeskConfiguration {

    @Bean
    Offer logOffer() {
        return new Offer("log", "/log", 10);
    }

    @Bean
    Section logSection() {
        return new Section("log", "/console/log", Right.READ_LOG_STATE, 60);
    }
}
