package org.danaya.mandates.console;

import org.danaya.base.Right;
import org.danaya.page.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the console that this package gives. */
@Configuration(proxyBeanMethods = false)
class MandateSections {

    @Bean
    Section mandatesSection() {
        return new Section("mandates", MandatePages.PATH, Right.READ_MANDATES, 30);
    }

    @Bean
    Section ownMandatesSection() {
        return new Section("own-mandates", OwnMandatePages.PATH, null, 94);
    }
}
