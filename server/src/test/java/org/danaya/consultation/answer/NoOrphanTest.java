package org.danaya.consultation.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.base.Fault;
import org.danaya.base.FaultCode;
import org.danaya.consultation.Freezing;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.answer.session.Decision;
import org.danaya.consultation.answer.session.Session;
import org.danaya.consultation.answer.session.SessionFault;
import org.danaya.consultation.answer.session.SessionKind;
import org.danaya.consultation.answer.session.SessionWriting;
import org.danaya.consultation.answer.session.TextSessions;
import org.danaya.consultation.observation.Sight;
import org.danaya.text.redline.Hunk;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing is frozen with an observation that isn't answered or a change that has no cause. */
class NoOrphanTest {

    private static final JdbcClient SQL = TestAnswers.SQL;
    private static final List<String> BEFORE =
            List.of(
                    "La stratégie protège le cyberespace national.",
                    "Un incident est signalé dans un délai de trente jours.",
                    "Le signalement est gratuit.",
                    "Les opérateurs déclarent leurs prestataires.");
    private static final List<String> AFTER =
            List.of(
                    "La stratégie protège le cyberespace de la Nation.",
                    "Un incident est signalé dans un délai de trois jours.",
                    "Le signalement est gratuit et confidentiel.",
                    "Les opérateurs essentiels déclarent leurs prestataires.");

    private final UUID decider = TestAccounts.with(TestPlatform::bean);
    private final UUID author = TestAccounts.with(TestPlatform::bean);
    private final TestAnswers kit =
            new TestAnswers("orphelin-" + UUID.randomUUID().toString().substring(0, 8), BEFORE);
    private final TextSessions sessions = TestPlatform.bean(TextSessions.class);
    private final TestAnswers.Asked ministry =
            kit.asked("min-" + UUID.randomUUID().toString().substring(0, 8));
    private final Map<String, UUID> observations = new TreeMap<>();
    private TextVersion draft = kit.first;

    @Test
    void aFirstVersionHasNothingBeforeIt() {
        assertThat(kit.first.frozen()).isPresent();
    }

    @Test
    void takingAwayAnyOneAnswerReasonOrCauseIsNamed() {
        settle();
        assertThat(frozenAndBack()).isEmpty();
        FreezeMutations mutations = new FreezeMutations(kit, draft);
        List<FreezeMutations.Mutation> all = mutations.all();
        assertThat(all).hasSize(6 + 6 + 4 + kit.answers.causes().since(kit.first.id()).size());
        mutations.assertEachIsNamed(all);
    }

    private Set<String> frozenAndBack() {
        return new FreezeMutations(kit, draft).frozenAndBack();
    }

    /** Answers everything, and gives every change its cause. */
    private void settle() {
        observe("accepted", "art_1", "Dire « de la Nation ».");
        observe("partly", "art_2", "Un délai d’un jour.");
        observe("rejected", "art_3", "Supprimer cet article.");
        observe("moot", "", "Ajouter un article sur les rançons.");
        observe("duplicate", "art_1", "Dire « de la Nation », plutôt.");
        observe("postponed", "", "Les peines.");
        draft = kit.draft(AFTER);
        answer("accepted", new Disposition.Accepted(""));
        answer("partly", new Disposition.PartlyAccepted("Trois jours suffisent."));
        answer("rejected", new Disposition.Rejected("Il est nécessaire."));
        answer("moot", new Disposition.Moot("Il y en a un."));
        answer("duplicate", new Disposition.Duplicate(id("accepted"), ""));
        answer("postponed", new Disposition.Postponed("Code pénal", "Il en traite."));
        Decision decision = decision();
        for (Hunk hunk : kit.answers.causes().hunks(draft)) {
            Cause.Source source =
                    switch (hunk.place().wId()) {
                        case "art_1" -> new Cause.OfObservation(id("accepted"));
                        case "art_2" -> new Cause.OfObservation(id("partly"));
                        case "art_3" -> kit.answers.causes().ofDecision(draft, decision.id());
                        default -> new Cause.Editorial("Précision de pure forme.");
                    };
            assertThat(kit.answers.causes().give(decider, draft, List.of(hunk.id()), source))
                    .isEqualTo(1);
        }
        SQL.sql(
                        "insert into consultation.minutes (session, pdf, sha256, approved_by, evidence, closed_at) values (?, 'x', sha256('x'), ?, ?, now())")
                .params(decision.session(), decider, UUID.randomUUID())
                .update();
        SQL.sql("update consultation.session set state = 'closed' where id = ?")
                .param(decision.session())
                .update();
    }

    private void observe(String name, String part, String comment) {
        observations.put(name, kit.observed(ministry, author, part, comment));
    }

    private UUID id(String name) {
        return Objects.requireNonNull(observations.get(name));
    }

    private AnswerOutcome answer(String name, Disposition disposition) {
        return answer(decider, name, 0, disposition);
    }

    private AnswerOutcome answer(UUID account, String name, int seen, Disposition disposition) {
        return kit.answers
                .answering()
                .answer(account, kit.first, Map.of(id(name), seen), disposition, Optional.empty());
    }

    private Decision decision() {
        Instant begins = Instant.parse("2026-03-02T09:00:00Z");
        Session session =
                sessions.writing()
                        .open(
                                decider,
                                kit.first,
                                new Session.Terms(
                                        SessionKind.WORKSHOP,
                                        "Atelier (exemple)",
                                        "Bamako",
                                        begins,
                                        begins.plusSeconds(3_600),
                                        List.of()));
        return sessions.writing()
                .decide(
                        decider,
                        session.id(),
                        new SessionWriting.Decided(
                                "Le signalement est confidentiel.",
                                "art_3",
                                "Article 3",
                                Set.of()));
    }

    @Test
    void minutesThatExplainAChangeHaveToBeClosed() {
        draft = kit.draft(List.of(BEFORE.get(0), BEFORE.get(1), AFTER.get(2), BEFORE.get(3)));
        Decision decision = decision();
        List<String> hunks = kit.answers.causes().hunks(draft).stream().map(Hunk::id).toList();
        kit.answers
                .causes()
                .give(decider, draft, hunks, kit.answers.causes().ofDecision(draft, decision.id()));
        assertThat(frozenAndBack()).containsExactly("minutes-open Atelier (exemple)");
        assertFault(() -> sessions.writing().undecide(decider, decision), SessionFault.RELIED_ON);
    }

    @Test
    void aCauseSurvivesWhileTheDraftGoesOn() {
        observe("accepted", "art_2", "Un délai d’un jour.");
        draft = kit.draft(List.of(BEFORE.get(0), AFTER.get(1), AFTER.get(2), BEFORE.get(3)));
        assertFault(this::linkFirst, AnswerFault.NOT_ACCEPTED);
        answer("accepted", new Disposition.Accepted(""));
        linkFirst();
        kit.answers
                .causes()
                .give(
                        decider,
                        draft,
                        List.of(kit.answers.causes().hunks(draft).getLast().id()),
                        new Cause.Editorial("Forme."));

        draft = kit.draft(List.of(AFTER.get(0), AFTER.get(1), AFTER.get(2), BEFORE.get(3)));
        Explanation kept = kit.answers.causes().explanation(draft);
        assertThat(kept.changes()).extracting(Explanation.Explained::gap).contains(true, false);
        assertThat(kept.lost()).isEmpty();
        assertThat(kept.changes().stream().filter(each -> !each.gap())).hasSize(2);

        draft =
                kit.draft(
                        List.of(
                                BEFORE.get(0),
                                "Un incident est signalé dans un délai de trois mois.",
                                BEFORE.get(2),
                                BEFORE.get(3)));
        Explanation other = kit.answers.causes().explanation(draft);
        assertThat(other.lost()).as("article 3 is as it was").hasSize(1);
        Explanation.Explained changed =
                other.changes().stream()
                        .filter(each -> !each.doubtful().isEmpty())
                        .findFirst()
                        .orElseThrow();
        assertThat(changed.gap()).isTrue();
        kit.answers
                .causes()
                .confirm(decider, draft, changed.doubtful().getFirst().id(), changed.hunk().id());
        Explanation confirmed = kit.answers.causes().explanation(draft);
        assertThat(confirmed.changes()).allMatch(each -> each.doubtful().isEmpty());
        assertThat(confirmed.changes()).anyMatch(each -> !each.gap());

        answer(decider, "accepted", 1, new Disposition.Rejected("Non."));
        assertThat(frozenAndBack()).anyMatch(each -> each.startsWith("cause-refused"));
    }

    private void linkFirst() {
        Hunk hunk =
                kit.answers.causes().hunks(draft).stream()
                        .filter(each -> each.place().wId().equals("art_2"))
                        .findFirst()
                        .orElseThrow();
        kit.answers
                .causes()
                .give(decider, draft, List.of(hunk.id()), new Cause.OfObservation(id("accepted")));
    }

    @Test
    void whoeverObservedDoesNotDecideAndTheSecondSeesTheFirst() {
        observe("one", "art_1", "Une.");
        observe("two", "art_1", "Deux.");
        assertThat(answer(author, "one", 0, new Disposition.Accepted("")).own()).containsExactly(1);
        assertThat(
                        kit.answers
                                .register()
                                .history(kit.answers.register().get(id("one"), Sight.current())))
                .isEmpty();
        assertFault(() -> answer("one", new Disposition.Rejected(" ")), AnswerFault.NO_REASON);
        assertFault(
                () -> answer("one", new Disposition.Duplicate(id("one"), "")),
                AnswerFault.DUPLICATE);
        answer("one", new Disposition.Accepted(""));
        UUID second = TestAccounts.with(TestPlatform::bean);
        AnswerOutcome late = answer(second, "one", 0, new Disposition.Rejected("Non."));
        assertThat(late.given()).isEmpty();
        assertThat(late.meanwhile()).singleElement().extracting(Given::account).isEqualTo(decider);
        assertThat(answer(second, "one", 1, new Disposition.Rejected("Non.")).given()).hasSize(1);
        assertThat(
                        kit.answers
                                .register()
                                .history(kit.answers.register().get(id("one"), Sight.current())))
                .extracting(Given::place)
                .containsExactly(1, 2);
        answer("two", new Disposition.Duplicate(id("one"), ""));
        assertFault(
                () -> answer(second, "one", 2, new Disposition.Duplicate(id("two"), "")),
                AnswerFault.DUPLICATE);
        assertThatThrownBy(
                        () ->
                                SQL.sql(
                                                "update consultation.answer set reason = 'x' where observation = ?")
                                        .param(id("one"))
                                        .update())
                .hasMessageContaining("only ever added");
    }

    @Test
    void whatExplainsAFrozenVersionIsFixed() {
        settle();
        Cause cause = kit.answers.causes().since(kit.first.id()).getFirst();
        assertThat(kit.freeze(draft)).isInstanceOf(Freezing.Frozen.class);
        draft = kit.texts.register().version(draft.id());
        assertFault(
                () -> answer(decider, "moot", 1, new Disposition.Accepted("")), AnswerFault.FIXED);
        assertFault(
                () -> kit.answers.causes().takeBack(decider, draft, cause.id()), AnswerFault.FIXED);
        assertThatThrownBy(
                        () ->
                                SQL.sql("delete from consultation.cause where id = ?")
                                        .param(cause.id())
                                        .update())
                .hasMessageContaining("never changes");
        assertThat(kit.answers.causes().explanation(draft).changes())
                .noneMatch(Explanation.Explained::gap);
    }

    private static void assertFault(Runnable change, FaultCode fault) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        Fault.class, thrown -> assertThat(thrown.code()).isEqualTo(fault));
    }
}
