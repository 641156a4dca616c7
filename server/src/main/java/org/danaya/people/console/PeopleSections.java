package org.danaya.people.console;

import org.danaya.base.Right;
import org.danaya.page.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the console that this module gives. */
@Configuration(proxyBeanMethods = false)
class PeopleSections {

    @Bean
    Section structuresSection() {
        return new Section("structures", StructurePages.PATH, Right.READ_STRUCTURES, 10);
    }

    @Bean
    Section personsSection() {
        return new Section("persons", PersonPages.PATH, Right.REGISTER_PERSONS, 20);
    }
}
