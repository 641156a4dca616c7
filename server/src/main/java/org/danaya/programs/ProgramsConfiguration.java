package org.danaya.programs;

import org.danaya.base.Right;
import org.danaya.page.Glance;
import org.danaya.page.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of the console that this module gives. */
@Configuration(proxyBeanMethods = false)
class ProgramsConfiguration {

    @Bean
    Section apiKeysSection() {
        return new Section("api-keys", ApiKeyPages.PATH, Right.READ_API_KEYS, 35);
    }

    @Bean
    Glance waitingKeys(ApiKeys keys) {
        return new WaitingKeys(keys);
    }
}
