package org.danaya.consultation.console;

import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Ids;
import org.danaya.base.Naming;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.Texts;
import org.danaya.page.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The parts of the console that this package gives. */
@Configuration(proxyBeanMethods = false)
class TextSections {

    @Bean
    Section textsSection() {
        return new Section("texts", TextDesk.PATH, Right.READ_TEXTS, 35);
    }

    /** What dossiers are called in the journal. */
    @Component
    static class DossierNaming implements Naming {

        private final Texts texts;

        DossierNaming(Texts texts) {
            this.texts = texts;
        }

        @Override
        public String kind() {
            return "text-dossier";
        }

        @Override
        public Optional<Named> name(String id, Locale locale) {
            return Ids.read(id)
                    .flatMap(texts.register()::find)
                    .filter(TextSections::seen)
                    .map(dossier -> new Named(dossier.title(), TextDesk.path(dossier)));
        }
    }

    /** What versions are called in the journal. */
    @Component
    static class VersionNaming implements Naming {

        private final Texts texts;

        VersionNaming(Texts texts) {
            this.texts = texts;
        }

        @Override
        public String kind() {
            return "text-version";
        }

        @Override
        public Optional<Named> name(String id, Locale locale) {
            return Ids.read(id)
                    .flatMap(texts.register()::findVersion)
                    .flatMap(
                            version ->
                                    texts.register()
                                            .find(version.head().dossier())
                                            .filter(TextSections::seen)
                                            .map(
                                                    dossier ->
                                                            new Named(
                                                                    dossier.title()
                                                                            + ", v"
                                                                            + version.head()
                                                                                    .number(),
                                                                    TextDesk.path(version))));
        }
    }

    private static boolean seen(Dossier dossier) {
        return Rights.current().hold(Right.READ_TEXTS, dossier.lead().structure());
    }
}
