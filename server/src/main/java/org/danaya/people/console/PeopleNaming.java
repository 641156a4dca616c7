package org.danaya.people.console;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.danaya.base.Ids;
import org.danaya.base.Naming;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.page.Language;
import org.danaya.people.Persons;
import org.danaya.people.Positions;
import org.danaya.people.Structures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What structures, persons and positions are called, for whoever may see them. */
@Configuration(proxyBeanMethods = false)
class PeopleNaming {

    @Bean
    Naming structureNaming(Structures structures) {
        return new Kind(
                "structure",
                StructurePages.PATH,
                (id, language) -> structures.find(id).map(found -> found.shortName(language)));
    }

    @Bean
    Naming personNaming(Persons persons) {
        return new Kind(
                "person", PersonPages.PATH, (id, _) -> persons.find(id).map(found -> found.name()));
    }

    @Bean
    Naming positionNaming(Positions positions) {
        return new Kind(
                "position",
                PositionPages.PATH,
                (id, language) -> positions.find(id).map(found -> found.title(language)));
    }

    /**
     * The things of one kind.
     *
     * @param path of the page about one, without its id
     */
    private record Kind(
            String kind, String path, BiFunction<UUID, Language, Optional<String>> names)
            implements Naming {

        @Override
        public Optional<Named> name(String id, Locale locale) {
            if (!Rights.current().hold(Right.READ_STRUCTURES)) {
                return Optional.empty();
            }
            Language language = Language.of(locale.getLanguage());
            return Ids.read(id)
                    .flatMap(known -> names.apply(known, language))
                    .map(name -> new Named(name, path + "/" + id));
        }
    }
}
