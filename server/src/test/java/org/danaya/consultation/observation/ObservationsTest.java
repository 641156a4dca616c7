package org.danaya.consultation.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.FaultCode;
import org.danaya.base.Reach;
import org.danaya.consultation.Stage;
import org.danaya.log.TestLeaves;
import org.danaya.mandates.Limit;
import org.danaya.mandates.Scope;
import org.danaya.people.InWhoseName;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.junit.jupiter.api.Test;

/** Referrals, drafts and submissions on a real database. */
class ObservationsTest {

    private static final Sight NOBODY =
            new Sight(new Reach.Structures(Set.of()), new Reach.Structures(Set.of()));

    private final TestObservations kit = new TestObservations();
    private final Observations observations = kit.observations;

    private void mayHandIn() {
        kit.kit.office(Powers.of(Power.SUBMIT_OBSERVATION), Scope.OPEN, 0);
    }

    @Test
    void aStructureIsAskedOnceAboutAVersion() {
        Referral referral = kit.asked(15);
        assertThat(referral).isInstanceOf(Referral.Awaited.class);
        Referrals.Asking again =
                observations
                        .referrals()
                        .ask(
                                UUID.randomUUID(),
                                kit.version.id(),
                                List.of(kit.ministry()),
                                kit.in(30));
        assertThat(again.asked()).isEmpty();
        assertThat(again.before()).containsExactly(kit.ministry());
        assertThat(observations.register().referrals(kit.version.id())).containsExactly(referral);
        refused(
                ObservationFault.DEADLINE,
                () ->
                        observations
                                .referrals()
                                .ask(
                                        UUID.randomUUID(),
                                        kit.version.id(),
                                        List.of(kit.ministry()),
                                        kit.in(0)));
        kit.texts.moved(kit.version.id(), Stage.CLOSED.code());
        refused(
                ObservationFault.NOT_TAKEN,
                () ->
                        observations
                                .referrals()
                                .ask(UUID.randomUUID(), kit.version.id(), List.of(), kit.in(9)));
    }

    @Test
    void silenceIsRecordedAtTheDeadlineAndIsNeverAnAgreement() {
        Referral referral = kit.asked(15);
        kit.kit.clock.pass(Duration.ofDays(15).minusMillis(1));
        assertThat(observations.referrals().recordSilence()).isZero();
        kit.kit.clock.pass(Duration.ofMillis(1));
        assertThat(observations.referrals().recordSilence()).isOne();
        assertThat(observations.referrals().recordSilence()).isZero();
        assertThat(now(referral)).isInstanceOf(Referral.Silent.class);
        assertThat(now(referral).code()).isEqualTo("silent");
        assertThat(codes(referral)).containsExactly("asked", "silent");
        assertThat(acts()).contains(ObservationAct.SILENT);
        observations
                .referrals()
                .extend(UUID.randomUUID(), referral.id(), kit.in(5), "Demande (exemple)");
        assertThat(now(referral)).isInstanceOf(Referral.Awaited.class);
        assertThat(codes(referral)).containsExactly("asked", "silent", "extended");
        refused(
                ObservationFault.DEADLINE,
                () ->
                        observations
                                .referrals()
                                .extend(UUID.randomUUID(), referral.id(), kit.in(4), "Moins"));
    }

    @Test
    void nobodyIsSilentAboutATextThatWasWithdrawnBefore() {
        Referral referral = kit.asked(15);
        kit.texts.moved(kit.version.id(), "withdrawn");
        kit.kit.clock.pass(Duration.ofDays(16));
        assertThat(observations.referrals().recordSilence()).isZero();
        assertThat(now(referral)).isInstanceOf(Referral.Awaited.class);
        refused(ObservationFault.NOT_TAKEN, () -> kit.written(referral, "Trop tard"));
    }

    @Test
    void whatIsSubmittedHasItsNumberItsMandateItsLeafAndNeverChanges() {
        mayHandIn();
        Referral referral = kit.asked(15);
        Observation.Draft second = kit.written(referral, "Deuxième");
        Observation.Draft first = kit.written(referral, "Première");
        observations.drafts().move(first.id(), -1);
        Batch batch = kit.submit(kit.minister, referral);
        assertThat(batch.receipt()).isEqualTo(Receipt.IN_TIME);
        assertThat(batch.signer()).isEqualTo("Exemple Mandant");
        assertThat(batch.basis()).startsWith("office ");
        List<Observation.Submitted> all = all(NOBODY);
        assertThat(all).extracting(Observation.Submitted::number).containsExactly(1, 2);
        assertThat(all).extracting(Observation::id).containsExactly(first.id(), second.id());
        assertThat(now(referral)).isInstanceOf(Referral.Received.class);
        String content = new String(observations.register().content(batch), StandardCharsets.UTF_8);
        assertThat(content).contains("danaya observations v1", "Première", "\"kind\" : \"te\"");
        assertThat(acts()).contains(ObservationAct.SUBMITTED);
        String leaf = leaves().getLast();
        assertThat(leaf).contains("sha256 " + batch.sha256(), "observations 2");
        assertThat(leaf).doesNotContain("Exemple", "Première");
        refused(
                ObservationFault.WRONG_STATE,
                () -> observations.drafts().change(UUID.randomUUID(), first.id(), 1, first.said()));
        for (String change :
                List.of(
                        "update consultation.observation set comment = 'x' where number = 1",
                        "delete from consultation.observation where number = 1",
                        "update consultation.batch set signer = 'x'",
                        "delete from consultation.batch")) {
            assertThatThrownBy(() -> kit.kit.people.jdbc.sql(change).update())
                    .as(change)
                    .hasStackTraceContaining("never changes");
        }
        kit.written(referral, "Complément");
        kit.kit.clock.pass(Duration.ofDays(15));
        Batch late = kit.submit(kit.minister, referral);
        assertThat(late.receipt()).isEqualTo(Receipt.LATE);
        assertThat(all(NOBODY)).extracting(Observation.Submitted::number).containsExactly(1, 2, 3);
        assertThat(all(NOBODY).getLast().receipt()).isEqualTo(Receipt.LATE);
        assertThat(now(referral).code()).isEqualTo("in-time");
    }

    @Test
    void nothingIsSubmittedWithoutAMandateWhoeverAsks() {
        Referral referral = kit.asked(15);
        kit.written(referral, "Sans mandat");
        assertThat(observations.submission().prepare(kit.minister, referral.id()).held()).isEmpty();
        refused(ObservationFault.NO_MANDATE, () -> kit.submit(kit.minister, referral));
        mayHandIn();
        refused(ObservationFault.NO_MANDATE, () -> kit.submit(kit.kit.officer(), referral));
        Optional<InWhoseName.Held> held =
                observations.submission().prepare(kit.minister, referral.id()).held();
        assertThat(held).isPresent();
        kit.submit(kit.minister, referral);
    }

    @Test
    void aMandateForOtherTextsIsNone() {
        kit.kit.office(
                Powers.of(Power.SUBMIT_OBSERVATION),
                new Scope(
                        Map.of(Scope.Side.TEXTS, new Limit.Only(Set.of("autre"))),
                        Optional.empty()),
                0);
        Referral referral = kit.asked(15);
        kit.written(referral, "Hors portée");
        refused(ObservationFault.NO_MANDATE, () -> kit.submit(kit.minister, referral));
    }

    @Test
    void onlyWhatWasSeenIsSubmitted() {
        mayHandIn();
        Referral referral = kit.asked(15);
        kit.written(referral, "Vue");
        byte[] seen = observations.submission().prepare(kit.minister, referral.id()).statement();
        kit.kit.confirmed = seen;
        kit.written(referral, "Ajoutée entre-temps");
        refused(
                ObservationFault.STALE,
                () -> observations.submission().submit(kit.minister, referral.id(), seen, "", ""));
        byte[] now = observations.submission().prepare(kit.minister, referral.id()).statement();
        refused(
                ObservationFault.NOT_CONFIRMED,
                () -> observations.submission().submit(kit.minister, referral.id(), now, "", ""));
        assertThat(all(NOBODY)).isEmpty();
        assertThat(observations.drafts().of(referral.id())).hasSize(2);
    }

    @Test
    void thatThereIsNothingIsSaidExplicitly() {
        mayHandIn();
        Referral referral = kit.asked(15);
        Observation.Draft draft = kit.written(referral, "Tout de même");
        refused(ObservationFault.NOT_EMPTY, () -> kit.nothing(kit.minister, referral));
        observations.drafts().withdraw(UUID.randomUUID(), draft.id(), 1);
        refused(ObservationFault.EMPTY, () -> kit.submit(kit.minister, referral));
        Batch batch = kit.nothing(kit.minister, referral);
        assertThat(batch.observations()).isZero();
        assertThat(now(referral).code()).isEqualTo("none");
        assertThat(codes(referral)).containsExactly("asked", "none");
        kit.kit.clock.pass(Duration.ofDays(20));
        assertThat(observations.referrals().recordSilence()).isZero();
        kit.written(referral, "Après tout");
        kit.submit(kit.minister, referral);
        assertThat(now(referral).code()).isEqualTo("late");
    }

    @Test
    void whatIsUnplacedIsNotSubmitted() {
        mayHandIn();
        Referral referral = kit.asked(15);
        Observation.Draft draft =
                observations
                        .drafts()
                        .write(
                                UUID.randomUUID(),
                                referral.id(),
                                TestObservations.said("Où ?", new Anchor.Unplaced("Article 99")));
        refused(ObservationFault.UNPLACED, () -> kit.submit(kit.minister, referral));
        observations
                .drafts()
                .change(
                        UUID.randomUUID(),
                        draft.id(),
                        1,
                        TestObservations.said("Ici", new Anchor.Whole()));
        kit.submit(kit.minister, referral);
        assertThat(all(NOBODY)).hasSize(1);
    }

    @Test
    void ofTwoWhoChangeTheSameTheSecondSeesBothTexts() {
        Referral referral = kit.asked(15);
        Observation.Draft draft = kit.written(referral, "Ensemble");
        Observation.Said mine = TestObservations.said("La mienne", new Anchor.Whole());
        Observation.Said yours = TestObservations.said("La tienne", new Anchor.Whole());
        assertThat(observations.drafts().change(UUID.randomUUID(), draft.id(), 1, mine))
                .isInstanceOf(ObservationDrafts.EditOutcome.Edited.class);
        assertThat(observations.drafts().change(UUID.randomUUID(), draft.id(), 1, yours))
                .isInstanceOfSatisfying(
                        ObservationDrafts.EditOutcome.Changed.class,
                        changed -> assertThat(changed.now().said()).isEqualTo(mine));
        refused(
                ObservationFault.STALE,
                () -> observations.drafts().withdraw(UUID.randomUUID(), draft.id(), 1));
        assertThat(observations.drafts().get(draft.id()).said()).isEqualTo(mine);
    }

    @Test
    void theWordsThatAConfidentialObservationQuotesAreNotToldEither() {
        mayHandIn();
        Referral referral = kit.asked(15);
        Observation.Said secret =
                new Observation.Said(
                        ObservationKind.TECHNICAL,
                        kit.span("trente jours"),
                        true,
                        Optional.of(
                                new Observation.Words(
                                        "Sensible", Optional.empty(), Optional.empty())));
        observations.drafts().write(UUID.randomUUID(), referral.id(), secret);
        kit.submit(kit.minister, referral);
        assertThat(all(NOBODY).getFirst().said().anchor()).isInstanceOf(Anchor.OnPart.class);
        assertThat(all(NOBODY).getFirst().toString()).doesNotContain("trente", "Sensible");
        assertThat(all(sight(kit.kit.ministry.id(), UUID.randomUUID())).getFirst().said())
                .isEqualTo(secret);
    }

    @Test
    void confidentialWordsAreForTheirStructureAndForThoseWhoAnswerAlone() {
        mayHandIn();
        Referral referral = kit.asked(15);
        observations
                .drafts()
                .write(
                        UUID.randomUUID(),
                        referral.id(),
                        TestObservations.secret("Installation sensible"));
        kit.submit(kit.minister, referral);
        Sight own = sight(kit.kit.ministry.id(), UUID.randomUUID());
        Sight lead = sight(UUID.randomUUID(), kit.agency.id());
        assertThat(all(NOBODY)).hasSize(1);
        assertThat(all(NOBODY).getFirst().said().words()).isEmpty();
        assertThat(all(NOBODY).getFirst().toString()).doesNotContain("sensible", "Secret");
        assertThat(all(own).getFirst().said().words()).isPresent();
        assertThat(all(lead).getFirst().said().words()).isPresent();
        assertThat(found("sensible", NOBODY)).isZero();
        assertThat(found("sensible", own)).isOne();
        assertThat(found("sensible", lead)).isOne();
        assertThat(found("", NOBODY)).isOne();
        Observation.Submitted one = all(NOBODY).getFirst();
        assertThat(observations.register().get(one.id(), NOBODY).said().words()).isEmpty();
    }

    @Test
    void draftsAreFoundByNobodyElse() {
        Referral referral = kit.asked(15);
        Observation.Draft draft = kit.written(referral, "Interne");
        assertThat(all(Sight.ALL)).isEmpty();
        assertThat(observations.register().find(draft.id(), Sight.ALL)).isEmpty();
    }

    private static Sight sight(UUID own, UUID lead) {
        return new Sight(new Reach.Structures(Set.of(own)), new Reach.Structures(Set.of(lead)));
    }

    private List<Observation.Submitted> all(Sight sight) {
        return observations
                .register()
                .list(ObservationSearch.all(kit.version.id()), sight, "", 0, 10_000);
    }

    private int found(String text, Sight sight) {
        return observations
                .register()
                .count(
                        new ObservationSearch(
                                kit.version.id(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                text),
                        sight);
    }

    private Referral now(Referral referral) {
        return observations.register().referral(referral.id());
    }

    private List<String> codes(Referral referral) {
        return observations.register().history(referral.id()).stream()
                .map(ReferralEvent::code)
                .toList();
    }

    private List<Object> acts() {
        return kit.kit.people.told(Act.class).stream().<Object>map(Act::type).toList();
    }

    private List<String> leaves() {
        TestLeaves.place(kit.kit.people.jdbc);
        return kit.kit
                .people
                .jdbc
                .sql("select convert_from(content, 'UTF8') from log.leaf order by id")
                .query(String.class)
                .list();
    }

    private static void refused(FaultCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
