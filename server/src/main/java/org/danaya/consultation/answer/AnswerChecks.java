package org.danaya.consultation.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.consultation.FreezeCheck;
import org.danaya.consultation.Orphan;
import org.danaya.consultation.TextRegister;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.session.Session;
import org.danaya.consultation.answer.session.SessionRegister;
import org.danaya.text.redline.Hunk;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No orphan: each observation on the version before has its reasoned answer, each accepted one a
 * change, each change a cause, each decision that is one its closed minutes. A first version has
 * nothing before it.
 */
final class AnswerChecks implements FreezeCheck {

    private static final int MOST_COUNTED = 10_000;
    private static final int SHOWN = 80;

    private final ObservedTable observed;
    private final TextRegister texts;
    private final Causes causes;
    private final SessionRegister sessions;

    AnswerChecks(JdbcClient jdbc, TextRegister texts, Causes causes, SessionRegister sessions) {
        this.observed = new ObservedTable(jdbc);
        this.texts = texts;
        this.causes = causes;
        this.sessions = sessions;
    }

    @Override
    public List<Orphan> orphans(UUID draft, int most) {
        TextVersion version = texts.version(draft);
        Optional<TextVersion> former = causes.former(version);
        if (former.isEmpty() || most <= 0) {
            return List.of();
        }
        Explanation explanation = causes.explanation(version);
        List<Orphan> orphans = new ArrayList<>(observations(former.get(), explanation, most));
        for (Explanation.Explained each : explanation.changes()) {
            if (each.gap() && orphans.size() < most) {
                Hunk hunk = each.hunk();
                orphans.add(
                        new Orphan(
                                each.refused().isEmpty() ? "uncaused" : "cause-refused",
                                name(hunk),
                                AnswerPaths.change(draft, hunk.id())));
            }
        }
        if (orphans.size() < most) {
            minutes(version, explanation).stream()
                    .limit(most - orphans.size())
                    .forEach(orphans::add);
        }
        return orphans;
    }

    @Override
    public int unanswered(UUID fixed) {
        return observed.unsettled(fixed, List.of(), MOST_COUNTED).size();
    }

    private List<Orphan> observations(TextVersion former, Explanation explanation, int most) {
        Set<String> hunks =
                explanation.changes().stream()
                        .map(each -> each.hunk().id())
                        .collect(Collectors.toSet());
        return observed.unsettled(former.id(), hunks, most).stream()
                .map(
                        each ->
                                new Orphan(
                                        kind(each),
                                        Integer.toString(each.number()),
                                        AnswerPaths.answer(former.id(), each.observation())))
                .toList();
    }

    private static String kind(ObservedTable.Standing standing) {
        String disposition = standing.disposition();
        if (disposition == null || disposition.equals("to-examine")) {
            return "unanswered";
        }
        if (disposition.equals("to-arbitrate")) {
            return "to-arbitrate";
        }
        if (standing.chained()) {
            return "duplicate-chain";
        }
        return Disposition.REASONED.contains(disposition) && standing.reason().isEmpty()
                ? "unreasoned"
                : "unlinked";
    }

    /** The words of a change, short. */
    static String name(Hunk hunk) {
        String words = hunk.later().isEmpty() ? hunk.former() : hunk.later();
        String plain = words.replaceAll("\\s+", " ").strip();
        String shown = plain.isEmpty() ? "…" : plain;
        return shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN - 1) + "…";
    }

    private List<Orphan> minutes(TextVersion version, Explanation explanation) {
        Set<UUID> decisions = new HashSet<>();
        explanation.changes().stream()
                .flatMap(each -> each.causes().stream())
                .forEach(each -> CauseTable.decision(each.source()).ifPresent(decisions::add));
        if (decisions.isEmpty()) {
            return List.of();
        }
        return sessions.of(version.head().dossier()).stream()
                .filter(Session.Open.class::isInstance)
                .filter(
                        session ->
                                session.content().decisions().stream()
                                        .anyMatch(each -> decisions.contains(each.id())))
                .map(
                        session ->
                                new Orphan(
                                        "minutes-open",
                                        session.content().terms().title(),
                                        "/console/texts/sessions/" + session.id()))
                .toList();
    }
}
