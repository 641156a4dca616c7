package org.danaya.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.log.TestLeaves;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.people.IncumbencyEnded;
import org.danaya.people.IncumbencyOutcome;
import org.danaya.people.IncumbencyPassed;
import org.danaya.people.PeopleFault;
import org.danaya.people.Person;
import org.danaya.people.Position;
import org.danaya.people.TestPeople;
import org.danaya.verify.mandate.Power;
import org.junit.jupiter.api.Test;

/** What becomes of mandates when somebody follows in a position, on a real database. */
class TransferTest {

    private final TestMandates kit = new TestMandates();
    private final Office office = kit.office(1);
    private final Position director = kit.people.position(kit.ministry, "Directrice");
    private final Incumbency before =
            TestPeople.recorded(
                    kit.people.incumbencies.appoint(
                            TestPeople.appointment(
                                    director.id(), kit.holder.id(), "2025-01-01", "")));

    @Test
    void whatIsPassedOnWaitsForAnotherPersonAndItsGrantorAndTheOldOneEnds() {
        Mandate.Head held = kit.inForce(kit.grantor, inCapacity(Power.SIGN, Power.VOTE));
        kit.mandates.endings().revoke(held.id(), kit.officer(), Power.VOTE, "Essai (exemple)");
        Mandate.Head own =
                kit.inForce(
                        kit.grantor,
                        kit.terms(new Grantor.OfOffice(office.id()), kit.holder, 0, Power.VOTE));
        appoint(kit.second, true);

        assertThat(now(held).mandate()).isInstanceOf(Mandate.Revoked.class);
        assertThat(now(own).mandate()).as("in person").isInstanceOf(Mandate.InForce.class);
        Known passed = waiting();
        assertThat(passed.head().names().holder()).isEqualTo("Exemple Deuxième");
        assertThat(passed.head().names().function()).contains("Directrice");
        assertThat(passed.head().terms().powers().toSet()).containsExactly(Power.SIGN);
        assertThat(passed.head().terms().period().from()).isEqualTo(TestMandates.TODAY);
        assertThat(passed.head().terms().period().until()).isEqualTo(held.terms().period().until());
        assertThat(passed.holds(Power.SIGN)).as("not before it is signed").isFalse();
        assertThat(passed.history().events())
                .contains(
                        new MandateEvent.Transferred(
                                passed.history().events().getFirst().at(), held.id()));

        assertThat(passed.mandate()).isInstanceOf(Mandate.Draft.class);
        kit.approve(passed.head());
        kit.sign(kit.grantor, passed.head());
        TestLeaves.place(kit.people.jdbc);
        kit.mandates.signatures().takeEffect();
        assertThat(now(passed.head()).holds(Power.SIGN)).isTrue();
    }

    @Test
    void whoeverAppointsTheSuccessorDoesntApproveWhatPasses() {
        kit.inForce(kit.grantor, inCapacity(Power.SIGN));
        UUID appointing = kit.account(kit.third);
        ScopedValue.where(Actor.CURRENT, new Actor.Person(appointing, "administrator", "192.0.2.1"))
                .run(() -> appoint(kit.second, true));
        Mandate.Head passed = waiting().head();
        kit.confirmed = Approvals.statement(List.of(passed));
        assertThatThrownBy(
                        () -> kit.mandates.approvals().approve(appointing, List.of(passed), "", ""))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(MandateFault.OWN_DRAFT));
    }

    @Test
    void whatEndsWithoutASuccessorPassesToWhoeverStandsIn() {
        Mandate.Head held = kit.inForce(kit.grantor, inCapacity(Power.SIGN));
        Incumbency acting =
                TestPeople.recorded(
                        kit.people.incumbencies.appoint(
                                new Incumbencies.Appointment(
                                        director.id(),
                                        kit.second.id(),
                                        true,
                                        "feminine",
                                        TestMandates.TODAY.minusDays(30).toString(),
                                        TestMandates.TODAY.plusDays(60).toString(),
                                        "Décision (exemple)",
                                        false)));
        assertThat(kit.people.incumbencies.successors(before, TestMandates.TODAY))
                .containsExactly(acting);
        String late = TestMandates.TODAY.plusDays(90).toString();
        assertThat(
                        kit.people.incumbencies.checkEnd(
                                before.id(), late, "", Optional.of(acting.id())))
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.code()).isEqualTo(PeopleFault.NO_SUCCESSOR));
        kit.people.told.clear();
        assertThat(
                        kit.people.incumbencies.end(
                                before.id(),
                                before.version(),
                                TestMandates.TODAY.toString(),
                                "Décret (exemple)",
                                Optional.of(acting.id())))
                .isInstanceOf(IncumbencyOutcome.Recorded.class);
        hear();
        assertThat(now(held).mandate()).isInstanceOf(Mandate.Revoked.class);
        Known passed = waiting();
        assertThat(passed.mandate()).isInstanceOf(Mandate.Draft.class);
        assertThat(passed.head().terms().person()).isEqualTo(kit.second.id());
        assertThat(passed.head().terms().period())
                .isEqualTo(new Period(TestMandates.TODAY, TestMandates.TODAY.plusDays(60)));
    }

    @Test
    void whatIsNotPassedOnEnds() {
        Mandate.Head held = kit.inForce(kit.grantor, inCapacity(Power.SIGN));
        appoint(kit.second, false);
        assertThat(now(held).mandate()).isInstanceOf(Mandate.Revoked.class);
        assertThat(passed()).isEmpty();
    }

    @Test
    void whatIsSuspendedIsNotPassedOn() {
        Mandate.Head held = kit.inForce(kit.grantor, inCapacity(Power.SIGN));
        kit.mandates.endings().suspend(held.id(), kit.officer(), "Doute (exemple)");
        appoint(kit.second, true);
        assertThat(passed()).isEmpty();
    }

    @Test
    void theGrantorReceivesNothingOfTheirOwn() {
        Mandate.Head held = kit.inForce(kit.grantor, inCapacity(Power.SIGN));
        appoint(kit.grantor, true);
        assertThat(now(held).mandate()).isInstanceOf(Mandate.Revoked.class);
        assertThat(passed()).isEmpty();
    }

    @Test
    void whoeverStoodInAndSignedReceivesNothingBelow() {
        TestPeople.recorded(
                kit.people.incumbencies.appoint(
                        new Incumbencies.Appointment(
                                kit.minister.id(),
                                kit.third.id(),
                                true,
                                "masculine",
                                TestMandates.TODAY.minusDays(2).toString(),
                                TestMandates.TODAY.plusDays(1).toString(),
                                "Décision (exemple)",
                                false)));
        Mandate.Head signedByActing =
                kit.inForce(
                        kit.third,
                        kit.terms(new Grantor.OfOffice(office.id()), kit.holder, 1, Power.SIGN));
        kit.clock.pass(java.time.Duration.ofDays(3));
        Grantor passed = new Grantor.OfMandate(signedByActing.id());
        assertThat(objections(passed, kit.third)).contains(new Objection.OfSelf());
        assertThat(objections(passed, kit.second)).isEmpty();
    }

    private List<Objection> objections(Grantor grantor, Person person) {
        return kit.mandates
                .drafts()
                .check(
                        new Drafts.Wish(
                                kit.terms(grantor, person, 0, Power.SIGN),
                                "Juriste (exemple)",
                                Optional.empty()));
    }

    private Terms inCapacity(Power... powers) {
        Terms terms = kit.terms(new Grantor.OfOffice(office.id()), kit.holder, 0, powers);
        return new Terms(
                terms.kind(),
                terms.structure(),
                terms.grantor(),
                terms.person(),
                Optional.of(before.id()),
                terms.powers(),
                terms.scope(),
                terms.period(),
                0,
                terms.basis(),
                Optional.empty(),
                Optional.empty());
    }

    /** Appoints somebody in place of whoever holds the position; mandates hear of it. */
    private void appoint(Person successor, boolean passing) {
        kit.people.told.clear();
        assertThat(
                        kit.people.incumbencies.appoint(
                                new Incumbencies.Appointment(
                                        director.id(),
                                        successor.id(),
                                        false,
                                        "feminine",
                                        TestMandates.TODAY.toString(),
                                        "",
                                        "Décret (exemple)",
                                        true),
                                passing))
                .isInstanceOf(IncumbencyOutcome.Recorded.class);
        hear();
    }

    private void hear() {
        for (Object news : List.copyOf(kit.people.told)) {
            kit.people.transactions.executeWithoutResult(
                    _ -> {
                        if (news instanceof IncumbencyPassed passed) {
                            kit.mandates.endings().passed(passed);
                        } else if (news instanceof IncumbencyEnded ended) {
                            kit.mandates.endings().ended(ended);
                        }
                    });
        }
    }

    private Known now(Mandate.Head head) {
        return kit.mandates.register().get(head.id());
    }

    private Known waiting() {
        assertThat(passed()).hasSize(1);
        return kit.mandates.register().get(passed().getFirst());
    }

    private List<UUID> passed() {
        return kit
                .mandates
                .register()
                .list(
                        MandateSearch.of(new Reach.Everywhere()).in(MandateSearch.Standing.DRAFT),
                        "",
                        0,
                        10)
                .stream()
                .map(each -> each.head().id())
                .toList();
    }
}
