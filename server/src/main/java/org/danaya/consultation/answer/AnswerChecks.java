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
import org.danaya.consultation.observation.Parts;
import org.danaya.text.flow.Place;
import org.danaya.text.redline.Hunk;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No orphan: each observation on the version before has its reasoned answer, each accepted one a
 * change, each change a cause, each decision that is one its closed minutes. A first version has
 * nothing before it.
 */
final class AnswerChecks implements FreezeCheck {

    private static final int MOST_COUNTED = 10_000;
    private static final int SHOWN = 60;

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
        Parts before = Parts.of(texts.text(former.get()).flow());
        Parts after = Parts.of(texts.text(version).flow());
        List<Orphan> orphans = new ArrayList<>(observations(former.get(), explanation, most));
        for (Explanation.Explained each : explanation.changes()) {
            if (each.gap() && orphans.size() < most) {
                orphans.add(
                        change(
                                each,
                                each.hunk().after().equals(Place.NOWHERE) ? before : after,
                                AnswerPaths.change(draft, each.hunk().id())));
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
                                        List.of(Integer.toString(each.number())),
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

    private static Orphan change(Explanation.Explained explained, Parts parts, String path) {
        Hunk hunk = explained.hunk();
        String gap = explained.refused().isEmpty() ? "uncaused" : "cause-refused";
        String part = part(parts, hunk.place().wId());
        String former = brief(hunk.former());
        String later = brief(hunk.later());
        return switch (hunk.kind()) {
            case RESHAPED -> new Orphan(gap + "-shape", List.of(part), path);
            case MOVED, RESTYLED -> new Orphan(gap + "-look", List.of(part, later), path);
            case WORDS, INSERTED, DELETED, RENUMBERED -> {
                if (hunk.former().isEmpty()) {
                    yield new Orphan(gap + "-added", List.of(part, later), path);
                }
                yield hunk.later().isEmpty()
                        ? new Orphan(gap + "-removed", List.of(part, former), path)
                        : new Orphan(gap, List.of(part, former, later), path);
            }
        };
    }

    /** What readers call a part, or the numbered one around it; empty outside of all parts. */
    private static String part(Parts parts, String wId) {
        String in = wId;
        while (parts.find(in).filter(each -> !each.number().isEmpty()).isEmpty()) {
            in = parts.around(in);
            if (in.isEmpty()) {
                return parts.label(wId);
            }
        }
        return parts.label(in);
    }

    private static String brief(String words) {
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
                                        List.of(session.content().terms().title()),
                                        "/console/texts/sessions/" + session.id()))
                .toList();
    }
}
