package org.danaya.consultation.answer.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.AnswerPaths;
import org.danaya.consultation.answer.Answers;
import org.danaya.consultation.answer.Cause;
import org.danaya.consultation.answer.Entry;
import org.danaya.consultation.answer.session.Decision;
import org.danaya.consultation.answer.session.Session;
import org.danaya.consultation.answer.session.SessionRegister;
import org.danaya.consultation.observation.Sight;
import org.danaya.form.Option;
import org.springframework.stereotype.Component;

/** Causes in words. */
@Component
class CauseWords {

    private static final int SHOWN = 80;

    private final Answers answers;
    private final SessionRegister sessions;

    CauseWords(Answers answers, SessionRegister sessions) {
        this.answers = answers;
        this.sessions = sessions;
    }

    /** What sessions about the text of a version decided, to choose from. */
    List<Option> decisions(TextVersion version) {
        List<Option> options = new ArrayList<>();
        for (Session session : sessions.of(version.head().dossier())) {
            if (session instanceof Session.Cancelled) {
                continue;
            }
            for (Decision decision : session.content().decisions()) {
                options.add(
                        Option.named(
                                decision.id().toString(),
                                session.content().terms().title()
                                        + ", "
                                        + decision.number()
                                        + " – "
                                        + shortened(decision.words())));
            }
        }
        return options;
    }

    /** Causes of changes of a version, in words. */
    Known known(TextVersion version) {
        Map<UUID, Decision> decisions = new HashMap<>();
        Map<UUID, Session> of = new HashMap<>();
        for (Session session : sessions.of(version.head().dossier())) {
            for (Decision decision : session.content().decisions()) {
                decisions.put(decision.id(), decision);
                of.put(decision.id(), session);
            }
        }
        return new Known(decisions, of, new HashMap<>());
    }

    private static String shortened(String words) {
        String plain = words.replaceAll("\\s+", " ").strip();
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN - 1) + "…";
    }

    /** What is known while one page is made. */
    final class Known {

        private final Map<UUID, Decision> decisions;
        private final Map<UUID, Session> of;
        private final Map<UUID, Optional<Entry>> entries;

        private Known(
                Map<UUID, Decision> decisions,
                Map<UUID, Session> of,
                Map<UUID, Optional<Entry>> entries) {
            this.decisions = decisions;
            this.of = of;
            this.entries = entries;
        }

        /** A cause, in words. */
        WhySheets.Told told(Cause cause) {
            return switch (cause.source()) {
                case Cause.OfObservation(UUID observation) -> observation(cause, observation);
                case Cause.OfDecision(UUID decision) -> decided(cause, decision);
                case Cause.OfRecommendation(UUID decision) -> decided(cause, decision);
                case Cause.Editorial(String note) ->
                        new WhySheets.Told(
                                cause, "answer.cause.told.editorial", note, "", Optional.empty());
            };
        }

        private WhySheets.Told observation(Cause cause, UUID observation) {
            Optional<Entry> entry =
                    entries.computeIfAbsent(
                            observation, each -> answers.register().find(each, Sight.current()));
            if (entry.isPresent() && entry.get().words().isEmpty()) {
                return new WhySheets.Told(
                        cause, "consultation.public.cause.confidential", "", "", Optional.empty());
            }
            return new WhySheets.Told(
                    cause,
                    "answer.cause.told.observation",
                    entry.map(each -> Integer.toString(each.number())).orElse("?"),
                    entry.map(each -> each.structure().name()).orElse(""),
                    entry.map(each -> AnswerPaths.answer(each.version(), observation)));
        }

        private WhySheets.Told decided(Cause cause, UUID id) {
            Decision decision = decisions.get(id);
            Session session = of.get(id);
            if (decision == null || session == null) {
                throw new IllegalStateException("a decision of another text");
            }
            return new WhySheets.Told(
                    cause,
                    "answer.cause.told." + cause.source().code(),
                    Integer.toString(decision.number()),
                    session.content().terms().title(),
                    Optional.of(SessionDesk.path(session)));
        }
    }
}
