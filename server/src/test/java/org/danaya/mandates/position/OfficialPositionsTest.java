package org.danaya.mandates.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.danaya.base.Fault;
import org.danaya.base.FaultCode;
import org.danaya.base.Reach;
import org.danaya.log.TestLeaves;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.position.OfficialPosition.Head;
import org.danaya.people.StructureKind;
import org.junit.jupiter.api.Test;

/** The life of official positions on a real database. */
class OfficialPositionsTest {

    private static final String HOSTILE =
            "<script>alert('ɛ ɔ ɲ ŋ')</script> « L’État » \"dit\" & \\n 'x'; drop table";

    private final TestPositions kit = new TestPositions();
    private final OfficialPositions positions = kit.positions;

    @Test
    void itIsDraftedValidatedSignedAndInForceOnceItsLeafIsPublic() {
        Head head = kit.drafted(kit.terms(HOSTILE, HOSTILE + "\n\nÉté"));
        assertThat(kit.now(head)).isInstanceOf(OfficialPosition.Draft.class);
        kit.validate(head);
        kit.sign(kit.minister, head);
        positions.effects().takeEffect();
        assertThat(kit.now(head)).isInstanceOf(OfficialPosition.Embargoed.class);
        kit.publish();
        assertThat(kit.now(head))
                .isInstanceOfSatisfying(
                        OfficialPosition.InForce.class,
                        known -> assertThat(known.known().number()).isEqualTo(1));
        PositionRegister.Known known = positions.register().published(1).orElseThrow();
        assertThat(known.holds()).isTrue();
        assertThat(known.head()).isEqualTo(head);
        assertThat(known.head().terms().french().text()).isEqualTo(HOSTILE + "\n\nÉté");
        PositionEvent.Signed signed = known.history().signature().orElseThrow();
        assertThat(signed.under()).isEqualTo(new Grantor.OfOffice(kit.office));
        assertThat(signed.signer()).isEqualTo("Exemple Mandant");
        assertThat(signed.function()).isEqualTo("Ministre");
    }

    @Test
    void whatIsUnderEmbargoIsToldToNobody() {
        Instant end = kit.kit.clock.instant().plus(Duration.ofHours(5));
        Head head =
                kit.signed(
                        TestPositions.until(kit.terms("Sujet tenu secret", "Texte secret"), end));
        kit.publish();
        assertThat(kit.now(head)).isInstanceOf(OfficialPosition.Embargoed.class);
        nobodyKnows(head);
        // The log shows a leaf that looks like any mandate's.
        assertThat(kit.leaves()).containsExactly("mandates.signed");
        kit.kit.clock.pass(Duration.ofHours(4));
        kit.publish();
        nobodyKnows(head);
        kit.kit.clock.pass(Duration.ofHours(1));
        kit.publish();
        assertThat(positions.register().published(1)).isPresent();
        assertThat(positions.register().publishedOf(head.code())).isPresent();
    }

    private void nobodyKnows(Head head) {
        assertThat(positions.register().published(1)).isEmpty();
        assertThat(positions.register().publishedOf(head.code())).isEmpty();
        assertThat(positions.register().publishedOf(head.id())).isEmpty();
        assertThat(found("secret")).isEmpty();
        assertThat(found(PositionNames.code(head))).isEmpty();
        assertThat(positions.register().count(PositionSearch.ofEverybody())).isZero();
    }

    private List<PositionSearch.Found> found(String text) {
        PositionSearch all = PositionSearch.ofEverybody();
        return positions
                .register()
                .list(
                        new PositionSearch(
                                text,
                                all.standing(),
                                all.kind(),
                                all.structure(),
                                all.on(),
                                true,
                                all.reach()),
                        "",
                        0,
                        10);
    }

    @Test
    void anEmbargoedOneTakesNoNumberSoThatNoGapTellsOfIt() {
        Instant end = kit.kit.clock.instant().plus(Duration.ofDays(3));
        kit.signed(TestPositions.until(kit.terms("Secret", "Secret"), end));
        Head told = kit.inForce(kit.terms("Dit", "Dit"));
        Head toSome =
                kit.inForce(
                        TestPositions.to(
                                kit.terms("À quelques-uns", "À quelques-uns"),
                                Audience.of(Set.of(StructureKind.MINISTRY))));
        Head after = kit.inForce(kit.terms("Dit ensuite", "Dit ensuite"));
        assertThat(PositionNames.of(kit.now(told))).isEqualTo("P-1");
        assertThat(PositionNames.of(kit.now(after))).isEqualTo("P-2");
        assertThat(PositionNames.of(kit.now(toSome))).isEqualTo("R-1");
        assertThat(positions.register().publishedOf(toSome.code())).isEmpty();
        assertThat(positions.register().toldTo(Set.of(StructureKind.MINISTRY), 9)).hasSize(1);
        assertThat(positions.register().toldTo(Set.of(StructureKind.SERVICE), 9)).isEmpty();
    }

    @Test
    void nobodyValidatesWhatTheyWroteLast() {
        UUID author = kit.kit.officer();
        UUID editor = kit.kit.account(kit.kit.second);
        Head head = kit.drafted(author, kit.terms("Sujet", "Texte"));
        refused(MandateFault.OWN_DRAFT, () -> validate(author, head));
        int version = positions.register().version(head.id());
        PositionOutcome changed =
                positions
                        .drafts()
                        .change(head.id(), editor, version, kit.terms("Sujet", "Texte changé"));
        Head now = ((PositionOutcome.Drafted) changed).head();
        refused(MandateFault.OWN_DRAFT, () -> validate(editor, now));
        refused(
                MandateFault.OWN_DRAFT,
                () -> validate(kit.kit.account(kit.kit.second), now)); // another account of theirs
        refused(MandateFault.STALE, () -> validate(kit.kit.officer(), head));
        validate(author, now);
        assertThat(kit.now(now)).isInstanceOf(OfficialPosition.Validated.class);
        refused(
                MandateFault.STALE,
                () ->
                        positions
                                .drafts()
                                .change(now.id(), editor, version + 1, kit.terms("Autre", "T")));
    }

    @Test
    void aPasskeyConfirmsExactlyThisTextAndNothingElse() {
        Head head = kit.drafted(kit.terms("Sujet", "Texte"));
        Head other = kit.drafted(kit.terms("Sujet", "Texte "));
        kit.kit.confirmed = PositionDecisions.validation(other);
        refused(
                MandateFault.NOT_CONFIRMED,
                () -> positions.decisions().validate(kit.kit.officer(), head, "", ""));
        kit.validate(head);
        kit.kit.confirmed = PositionDecisions.validation(head);
        refused(
                MandateFault.NOT_CONFIRMED,
                () -> positions.decisions().sign(kit.minister, head, "", ""));
        assertThat(kit.now(head)).isInstanceOf(OfficialPosition.Validated.class);
    }

    @Test
    void theOldOneIsReplacedAtTheInstantWhenTheNewOneComesInForce() {
        Head old = kit.inForce(kit.terms("Avant", "Avant"));
        kit.kit.clock.pass(Duration.ofDays(2));
        Instant end = kit.kit.clock.instant().plus(Duration.ofDays(2));
        Head next =
                kit.signed(
                        TestPositions.superseding(
                                TestPositions.until(kit.terms("Après", "Après"), end), old.id()));
        kit.publish();
        assertThat(positions.register().published(1).orElseThrow().holds()).isTrue();
        kit.kit.clock.pass(Duration.ofDays(2));
        kit.publish();
        OfficialPosition.Replaced replaced = (OfficialPosition.Replaced) kit.now(old);
        OfficialPosition.InForce now = (OfficialPosition.InForce) kit.now(next);
        assertThat(replaced.by()).isEqualTo(next.id());
        assertThat(replaced.since()).isEqualTo(now.known().since());
        // As it was on the day before: one question, the same fold.
        assertThat(
                        positions
                                .register()
                                .published(1, TestPositions.TODAY.plusDays(3))
                                .orElseThrow()
                                .holds())
                .isTrue();
        assertThat(positions.register().published(2, TestPositions.TODAY.plusDays(3))).isEmpty();
        assertThat(on(3)).extracting(PositionSearch.Found::name).containsExactly("P-1");
        assertThat(on(4)).extracting(PositionSearch.Found::name).containsExactly("P-2");
    }

    private List<PositionSearch.Found> on(int day) {
        PositionSearch all = PositionSearch.ofEverybody();
        return positions
                .register()
                .list(
                        new PositionSearch(
                                "",
                                all.standing(),
                                all.kind(),
                                all.structure(),
                                Optional.of(TestPositions.TODAY.plusDays(day)),
                                true,
                                all.reach()),
                        "",
                        0,
                        10);
    }

    @Test
    void ofTwoSuccessorsTheSecondIsRefusedHoweverTheyRace() throws Exception {
        for (int round = 0; round < 3; round++) {
            Head old = kit.inForce(kit.terms("Avant " + round, "Avant"));
            Head first = validated(old, "Premier");
            Head second = validated(old, "Second");
            List<Boolean> done = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(2)) {
                List<Callable<OfficialPosition>> both =
                        List.of(() -> signUnconfirmed(first), () -> signUnconfirmed(second));
                for (Future<OfficialPosition> each : threads.invokeAll(both)) {
                    done.add(isDone(each));
                }
            }
            assertThat(done).containsExactlyInAnyOrder(true, false);
            kit.publish();
            assertThat(kit.now(old)).isInstanceOf(OfficialPosition.Replaced.class);
            assertThat(List.of(kit.now(first).code(), kit.now(second).code()))
                    .containsExactlyInAnyOrder("in-force", "validated");
        }
    }

    private Head validated(Head old, String subject) {
        Head head = kit.drafted(TestPositions.superseding(kit.terms(subject, "T"), old.id()));
        kit.validate(head);
        return head;
    }

    /** The kit's one passkey confirms one thing at a time: here each thread has its own. */
    private OfficialPosition signUnconfirmed(Head head) {
        return kit.yes().sign(kit.minister, head, "", "");
    }

    private static boolean isDone(Future<OfficialPosition> future) throws InterruptedException {
        try {
            future.get();
            return true;
        } catch (ExecutionException e) {
            assertThat(e.getCause())
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault ->
                                    assertThat(fault.code())
                                            .isEqualTo(PositionFault.NOT_SUPERSEDED));
            return false;
        }
    }

    @Test
    void whateverStepFailsBothPositionsStayAsTheyWere() {
        Head old = kit.inForce(kit.terms("Avant", "Avant"));
        Head next = kit.signed(TestPositions.superseding(kit.terms("Après", "Après"), old.id()));
        TestLeaves.place(kit.kit.people.jdbc);
        for (PositionAct step : List.of(PositionAct.IN_FORCE, PositionAct.REPLACED)) {
            kit.failingAt(step).effects().takeEffect();
            assertThat(kit.now(old)).as(step.code()).isInstanceOf(OfficialPosition.InForce.class);
            assertThat(kit.now(next)).isInstanceOf(OfficialPosition.Embargoed.class);
            assertThat(positions.register().published(2)).isEmpty();
        }
        kit.publish();
        assertThat(kit.now(old)).isInstanceOf(OfficialPosition.Replaced.class);
        assertThat(PositionNames.of(kit.now(next))).isEqualTo("P-2");
    }

    @Test
    void whatWasSaidIsTakenBackAndStays() {
        Head head = kit.inForce(kit.terms("Dit", "Dit"));
        kit.kit.clock.pass(Duration.ofMinutes(1));
        positions.decisions().withdraw(head.id(), kit.kit.officer(), _ -> true, "Erreur (exemple)");
        OfficialPosition now = positions.register().published(1).orElseThrow().position();
        assertThat(now)
                .isInstanceOfSatisfying(
                        OfficialPosition.Withdrawn.class,
                        each -> assertThat(each.reason()).isEqualTo("Erreur (exemple)"));
        refused(
                PositionFault.WRONG_STATE,
                () ->
                        positions
                                .decisions()
                                .withdraw(head.id(), kit.kit.officer(), _ -> true, "encore"));
        Head draft = kit.drafted(kit.terms("Jamais dit", "Jamais dit"));
        positions.decisions().withdraw(draft.id(), kit.kit.officer(), _ -> true, "inutile");
        assertThat(positions.register().publishedOf(draft.code())).isEmpty();
        assertThat(positions.register().count(PositionSearch.ofEverybody())).isEqualTo(1);
        assertThat(positions.register().count(PositionSearch.of(new Reach.Everywhere())))
                .isEqualTo(2);
    }

    @Test
    void whatIsTakenBackIsJudgedAsItStandsThen() {
        Head head = kit.drafted(kit.terms("Entre-temps", "Entre-temps"));
        kit.validate(head);
        refused(
                PositionFault.WRONG_STATE,
                () ->
                        positions
                                .decisions()
                                .withdraw(
                                        head.id(),
                                        kit.kit.officer(),
                                        OfficialPosition.Draft.class::isInstance,
                                        "refusée trop tard"));
        assertThat(kit.now(head)).isInstanceOf(OfficialPosition.Validated.class);
    }

    @Test
    void itLapsesAfterItsLastDay() {
        Head head =
                kit.inForce(
                        TestPositions.ending(
                                kit.terms("Bref", "Bref"), TestPositions.TODAY.plusDays(2)));
        assertThat(positions.register().get(head.id()).holds()).isTrue();
        kit.kit.clock.pass(Duration.ofDays(2));
        assertThat(positions.register().get(head.id()).holds()).isFalse();
        assertThat(found("bref").getFirst().state()).isEqualTo("lapsed");
    }

    @Test
    void itsLeafCommitsToTheTextAndItsSigner() {
        Head head = kit.inForce(kit.terms("Sujet", "Texte\nen deux lignes"));
        assertThat(kit.content(head))
                .startsWith(new String(head.content(), StandardCharsets.UTF_8))
                .contains(
                        "text-fr-sha256 " + head.terms().french().sha256() + "\n",
                        "signer Exemple Mandant\n",
                        "function Ministre\n",
                        "under office " + kit.office + "\n");
        // What `printf 'Texte\nen deux lignes' | sha256sum` says.
        assertThat(head.terms().french().sha256())
                .isEqualTo("ec5c503f6429edb2b2d9c2d620d85e98e739100d2f91b0edb90c2c3d5b9af594");
    }

    @Test
    void allThatStandsAgainstADraftIsSaidAtOnce() {
        Head old = kit.inForce(kit.terms("Avant", "Avant"));
        PositionTerms wrong =
                TestPositions.ending(
                        TestPositions.superseding(
                                TestPositions.to(
                                        kit.terms("S\u202eens", "x".repeat(12_001)),
                                        Audience.of(Set.of(StructureKind.SERVICE))),
                                old.id()),
                        TestPositions.TODAY);
        assertThat(positions.drafts().check(wrong))
                .containsExactly(Trouble.SUBJECT, Trouble.PERIOD, Trouble.AUDIENCE);
        assertThat(positions.drafts().draft(kit.kit.officer(), wrong))
                .isInstanceOf(PositionOutcome.Refused.class);
        assertThat(positions.drafts().check(kit.terms("Sujet", "x".repeat(12_001))))
                .containsExactly(Trouble.TEXT);
        assertThat(
                        positions
                                .drafts()
                                .check(
                                        TestPositions.superseding(
                                                kit.terms("a", "b"), UUID.randomUUID())))
                .containsExactly(Trouble.SUPERSEDES);
        assertThat(positions.drafts().check(kit.terms("s".repeat(200), "x".repeat(12_000))))
                .isEmpty();
    }

    private void validate(UUID account, Head head) {
        kit.kit.confirmed = PositionDecisions.validation(head);
        positions.decisions().validate(account, head, "", "");
    }

    static void refused(FaultCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
