package org.danaya.consultation.answer.console;

import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Ids;
import org.danaya.base.Naming;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.answer.session.Session;
import org.danaya.consultation.answer.session.SessionRegister;
import org.danaya.page.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The parts of the console that this package gives. */
@Configuration(proxyBeanMethods = false)
class AnswerSections {

    @Bean
    Section ownAnswersSection() {
        return new Section("own-answers", OwnAnswerPages.PATH, Right.WRITE_OBSERVATIONS, 94);
    }

    /** What sessions are called in the journal. */
    @Component
    static class SessionNaming implements Naming {

        private final TextRegister texts;
        private final SessionRegister sessions;

        SessionNaming(TextRegister texts, SessionRegister sessions) {
            this.texts = texts;
            this.sessions = sessions;
        }

        @Override
        public String kind() {
            return "text-session";
        }

        @Override
        public Optional<Named> name(String id, Locale locale) {
            return Ids.read(id)
                    .flatMap(sessions::find)
                    .filter(this::seen)
                    .map(
                            session ->
                                    new Named(
                                            session.content().terms().title(),
                                            SessionDesk.path(session)));
        }

        private boolean seen(Session session) {
            return Rights.current()
                    .hold(Right.READ_TEXTS, texts.get(session.head().dossier()).lead().structure());
        }
    }
}
