package org.danaya.consultation.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.consultation.answer.Answers;
import org.danaya.consultation.answer.Cause;
import org.danaya.consultation.answer.Entry;
import org.danaya.consultation.answer.Explanation;
import org.danaya.consultation.answer.Explanation.Explained;
import org.danaya.consultation.answer.session.Decision;
import org.danaya.consultation.answer.session.Session;
import org.danaya.consultation.answer.session.SessionRegister;
import org.danaya.text.redline.Hunk;
import org.springframework.stereotype.Component;

/** Why the words of a published text changed, as everybody may know it. */
@Component
class PublicCauses {

    private final Texts texts;
    private final Answers answers;
    private final SessionRegister sessions;

    PublicCauses(Texts texts, Answers answers, SessionRegister sessions) {
        this.texts = texts;
        this.answers = answers;
        this.sessions = sessions;
    }

    /** The changes of a version with their causes, in the order of the text. */
    List<PublicChanges.Why> of(Dossier dossier, TextVersion version) {
        Map<UUID, PublicChanges.Told> decided = decided(dossier);
        Map<UUID, PublicChanges.Told> observed = new HashMap<>();
        Map<UUID, Map<Integer, Integer>> open = new HashMap<>();
        List<PublicChanges.Why> told = new ArrayList<>();
        for (Explained each : answers.causes().explanation(version).changes()) {
            Hunk hunk = each.hunk();
            boolean worded = hunk.kind() != Hunk.Kind.RESHAPED;
            told.add(
                    new PublicChanges.Why(
                            "answer.hunk." + Explanation.kind(hunk),
                            worded ? hunk.former() : "",
                            worded ? hunk.later() : "",
                            each.causes().stream()
                                    .map(cause -> told(cause, dossier, decided, observed, open))
                                    .distinct()
                                    .toList()));
        }
        return told;
    }

    private PublicChanges.Told told(
            Cause cause,
            Dossier dossier,
            Map<UUID, PublicChanges.Told> decided,
            Map<UUID, PublicChanges.Told> observed,
            Map<UUID, Map<Integer, Integer>> open) {
        return switch (cause.source()) {
            case Cause.OfObservation(UUID observation) ->
                    observed.computeIfAbsent(observation, each -> observed(each, dossier, open));
            case Cause.OfDecision(UUID decision) -> decided.getOrDefault(decision, unnamed());
            case Cause.OfRecommendation(UUID decision) -> decided.getOrDefault(decision, unnamed());
            case Cause.Editorial(String note) ->
                    new PublicChanges.Told(
                            "answer.cause.told.editorial", note, "", Optional.empty());
        };
    }

    /** Of a confidential one not even its number is told, nor whose it is. */
    private PublicChanges.Told observed(
            UUID observation, Dossier dossier, Map<UUID, Map<Integer, Integer>> open) {
        Entry entry = answers.register().get(observation, PublicAnswerPages.NOTHING);
        if (entry.confidential()) {
            return new PublicChanges.Told(
                    "consultation.public.cause.confidential", "", "", Optional.empty());
        }
        int place =
                open.computeIfAbsent(entry.version(), answers.register()::open)
                        .getOrDefault(entry.number(), 0);
        return new PublicChanges.Told(
                "answer.cause.told.observation",
                Integer.toString(place),
                entry.structure().name(),
                Optional.of(
                        PublicDossiers.path(dossier)
                                + "/answers/"
                                + texts.register().version(entry.version()).head().number()
                                + "#observation-"
                                + place));
    }

    private boolean confidential(UUID observation) {
        return answers.register()
                .find(observation, PublicAnswerPages.NOTHING)
                .filter(Entry::confidential)
                .isPresent();
    }

    /** Words about what is confidential may quote it. */
    private static PublicChanges.Told unnamed() {
        return new PublicChanges.Told(
                "consultation.public.cause.session", "", "", Optional.empty());
    }

    private Map<UUID, PublicChanges.Told> decided(Dossier dossier) {
        Map<UUID, PublicChanges.Told> told = new HashMap<>();
        for (Session session : sessions.of(dossier.id())) {
            String kind = session.content().terms().kind().code();
            for (Decision decision : session.content().decisions()) {
                if (decision.observations().stream().anyMatch(this::confidential)) {
                    continue;
                }
                told.put(
                        decision.id(),
                        new PublicChanges.Told(
                                kind.equals("council")
                                        ? "consultation.public.cause.recommendation"
                                        : "consultation.public.cause.decision",
                                session.content().terms().title(),
                                decision.words(),
                                Optional.empty()));
            }
        }
        return told;
    }
}
