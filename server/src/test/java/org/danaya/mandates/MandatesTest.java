package org.danaya.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.log.TestLeaves;
import org.danaya.people.Incumbency;
import org.danaya.people.IncumbencyEnded;
import org.danaya.people.TestPeople;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.junit.jupiter.api.Test;

/** The life of mandates on a real database. */
class MandatesTest {

    private final TestMandates kit = new TestMandates();
    private final Mandates mandates = kit.mandates;

    @Test
    void aMandateIsDraftedApprovedSignedLoggedAndInForce() {
        Grantor office = new Grantor.OfOffice(kit.office(2).id());
        Mandate.Head head = kit.drafted(kit.terms(office, kit.holder, 0, Power.SIGN, Power.SPEAK));
        assertThat(state(head)).isInstanceOf(Mandate.Draft.class);
        kit.approve(head);
        assertThat(state(head)).isInstanceOf(Mandate.Approved.class);
        kit.sign(kit.grantor, head);
        assertThat(state(head)).isInstanceOf(Mandate.Signed.class);
        mandates.signatures().takeEffect();
        assertThat(state(head)).as("its leaf waits").isInstanceOf(Mandate.Signed.class);
        TestLeaves.place(kit.people.jdbc);
        mandates.signatures().takeEffect();
        assertThat(state(head)).isInstanceOf(Mandate.InForce.class);
        Known known = mandates.register().byCode(head.code()).orElseThrow();
        assertThat(known.holds(Power.SIGN)).isTrue();
        assertThat(known.holds(Power.VOTE)).isFalse();
        assertThat(known.head()).isEqualTo(head);
        assertThat(known.history().signature()).isPresent();
    }

    @Test
    void nobodyApprovesTheirOwnDraftNorSignsForAnother() {
        Grantor office = new Grantor.OfOffice(kit.office(0).id());
        Mandate.Head head = kit.drafted(kit.terms(office, kit.holder, 0, Power.SIGN));
        kit.confirmed = Approvals.statement(List.of(head));
        refused(
                MandateFault.OWN_DRAFT,
                () -> mandates.approvals().approve(head.draftedBy(), List.of(head), "", ""));
        refused(
                MandateFault.OWN_MANDATE,
                () -> mandates.approvals().approve(kit.account(kit.holder), List.of(head), "", ""));
        refused(
                MandateFault.WRONG_STATE,
                () -> mandates.signatures().sign(kit.account(kit.grantor), List.of(head), "", ""));
        kit.approve(head);
        kit.confirmed = Signatures.statement(List.of(head));
        refused(
                MandateFault.NOT_GRANTOR,
                () -> mandates.signatures().sign(kit.account(kit.second), List.of(head), "", ""));
        kit.confirmed = "autre chose".getBytes(StandardCharsets.UTF_8);
        refused(
                MandateFault.NOT_CONFIRMED,
                () -> mandates.signatures().sign(kit.account(kit.grantor), List.of(head), "", ""));
    }

    @Test
    void aDraftThatChangedIsntApprovedAsItWasSeen() {
        Grantor office = new Grantor.OfOffice(kit.office(0).id());
        Mandate.Head head = kit.drafted(kit.terms(office, kit.holder, 0, Power.SIGN));
        Drafts.Wish more =
                new Drafts.Wish(
                        kit.terms(office, kit.holder, 0, Power.SIGN, Power.VOTE),
                        "Conseiller",
                        Optional.empty());
        mandates.drafts().change(head.id(), kit.officer(), 1, more);
        kit.confirmed = Approvals.statement(List.of(head));
        refused(
                MandateFault.STALE,
                () -> mandates.approvals().approve(kit.officer(), List.of(head), "", ""));
        refused(
                MandateFault.STALE,
                () -> mandates.drafts().change(head.id(), kit.officer(), 1, more));
    }

    @Test
    void whoeverChangedADraftDoesntApproveIt() {
        Grantor office = new Grantor.OfOffice(kit.office(0).id());
        Mandate.Head head = kit.drafted(kit.terms(office, kit.holder, 0, Power.SIGN));
        UUID editor = kit.officer();
        Drafts.Wish more =
                new Drafts.Wish(
                        kit.terms(office, kit.holder, 0, Power.SIGN, Power.VOTE),
                        "Conseiller",
                        Optional.empty());
        if (!(mandates.drafts().change(head.id(), editor, 1, more)
                instanceof DraftOutcome.Drafted(Mandate.Head changed))) {
            throw new AssertionError("not changed");
        }
        kit.confirmed = Approvals.statement(List.of(changed));
        refused(
                MandateFault.OWN_DRAFT,
                () -> mandates.approvals().approve(editor, List.of(changed), "", ""));
    }

    @Test
    void nobodyLiftsTheirOwnSuspensionNorRecordsTheirOwnOffice() {
        Grantor office = new Grantor.OfOffice(kit.office(0).id());
        Mandate.Head head = kit.inForce(kit.grantor, kit.terms(office, kit.holder, 0, Power.SIGN));
        mandates.endings().suspend(head.id(), kit.officer(), "vérification");
        refused(
                MandateFault.OWN_MANDATE,
                () -> mandates.endings().resume(head.id(), kit.account(kit.holder)));
        Office proposed =
                mandates.offices()
                        .propose(
                                kit.officer(),
                                new Offices.Wish(
                                        kit.minister.id(),
                                        Powers.ALL,
                                        Scope.OPEN,
                                        new Period(
                                                TestMandates.TODAY,
                                                TestMandates.TODAY.plusYears(1)),
                                        1,
                                        "Décret (exemple)"));
        kit.confirmed = mandates.offices().statement(proposed);
        refused(
                MandateFault.OWN_MANDATE,
                () -> mandates.offices().record(proposed.id(), kit.account(kit.grantor), "", ""));
    }

    @Test
    void whatWouldReplaceARevokedMandateIsntSigned() {
        Grantor office = new Grantor.OfOffice(kit.office(0).id());
        Mandate.Head old = kit.inForce(kit.grantor, kit.terms(office, kit.holder, 0, Power.SIGN));
        Mandate.Head early = replacing(office, old);
        Mandate.Head late = replacing(office, old);
        kit.approve(early);
        kit.approve(late);
        kit.sign(kit.grantor, late);
        mandates.endings().revoke(old.id(), kit.officer(), "fraude");
        kit.confirmed = Signatures.statement(List.of(early));
        refused(
                MandateFault.NOT_REPLACEABLE,
                () -> mandates.signatures().sign(kit.account(kit.grantor), List.of(early), "", ""));
        TestLeaves.place(kit.people.jdbc);
        mandates.signatures().takeEffect();
        assertThat(state(late)).isInstanceOf(Mandate.Revoked.class);
    }

    private Mandate.Head replacing(Grantor office, Mandate.Head old) {
        Terms terms = kit.terms(office, kit.holder, 0, Power.SIGN, Power.VOTE);
        return kit.drafted(
                new Terms(
                        terms.kind(),
                        terms.structure(),
                        terms.grantor(),
                        terms.person(),
                        Optional.empty(),
                        terms.powers(),
                        terms.scope(),
                        terms.period(),
                        0,
                        terms.basis(),
                        Optional.of(old.id()),
                        Optional.empty()));
    }

    @Test
    void nothingIsGrantedBeyondTheGrantors() {
        Scope mali = new Scope(Map.of(Scope.Side.TERRITORY, Limit.of(List.of("ML"))), most(1_000));
        Grantor office =
                new Grantor.OfOffice(kit.office(Powers.of(Power.SIGN, Power.SPEAK), mali, 1).id());
        Terms terms = kit.terms(office, kit.holder, 2, Power.SIGN, Power.VOTE);
        assertThat(objections(terms))
                .containsExactlyInAnyOrder(
                        new Objection.OfPower(Power.VOTE),
                        new Objection.OfScope(Scope.Side.TERRITORY),
                        new Objection.OfAmount(),
                        new Objection.OfDepth(1));
        assertThat(objections(kit.terms(office, kit.grantor, 0, Power.SIGN)))
                .contains(new Objection.OfSelf());
    }

    @Test
    void aPowerThatIsTakenIsGoneBelowTooAndTheOthersStay() {
        Grantor office = new Grantor.OfOffice(kit.office(3).id());
        Mandate.Head top =
                kit.inForce(kit.grantor, kit.terms(office, kit.holder, 1, Power.SIGN, Power.SPEAK));
        Mandate.Head below =
                kit.inForce(
                        kit.holder,
                        kit.terms(
                                new Grantor.OfMandate(top.id()),
                                kit.second,
                                0,
                                Power.SIGN,
                                Power.SPEAK));
        mandates.endings().revoke(top.id(), kit.officer(), Power.SIGN, "perte de confiance");
        Known known = mandates.register().get(below.id());
        assertThat(known.holds(Power.SIGN)).isFalse();
        assertThat(known.holds(Power.SPEAK)).isTrue();
        assertThat(known.mandate().left().powers()).isEqualTo(Powers.of(Power.SIGN, Power.SPEAK));
        mandates.endings().suspend(top.id(), kit.officer(), "vérification");
        assertThat(mandates.register().get(below.id()).worth().hold())
                .isEqualTo(Worth.Hold.SUSPENDED);
        mandates.endings().resume(top.id(), kit.officer());
        assertThat(mandates.register().get(below.id()).holds(Power.SPEAK)).isTrue();
        mandates.endings().revoke(top.id(), kit.officer(), Power.SPEAK, "fin");
        assertThat(state(top))
                .isInstanceOfSatisfying(
                        Mandate.Revoked.class,
                        over -> assertThat(over.cause()).isEqualTo(Mandate.EndCause.EMPTIED));
        assertThat(mandates.register().get(below.id()).worth().hold())
                .isEqualTo(Worth.Hold.REVOKED);
        refused(MandateFault.WRONG_STATE, () -> mandates.endings().resume(top.id(), kit.officer()));
    }

    @Test
    void nobodyIsBelowThemselves() {
        Grantor office = new Grantor.OfOffice(kit.office(5).id());
        Mandate.Head top = kit.inForce(kit.grantor, kit.terms(office, kit.holder, 3, Power.SIGN));
        Mandate.Head below =
                kit.inForce(
                        kit.holder,
                        kit.terms(new Grantor.OfMandate(top.id()), kit.second, 2, Power.SIGN));
        Grantor last = new Grantor.OfMandate(below.id());
        assertThat(objections(kit.terms(last, kit.holder, 0, Power.SIGN)))
                .containsExactly(new Objection.OfSelf());
        assertThat(objections(kit.terms(last, kit.grantor, 0, Power.SIGN)))
                .containsExactly(new Objection.OfSelf());
        assertThat(objections(kit.terms(last, kit.third, 0, Power.SIGN))).isEmpty();
    }

    @Test
    void aMandateExpiresByItself() {
        Grantor office = new Grantor.OfOffice(kit.office(0).id());
        Mandate.Head head = kit.inForce(kit.grantor, kit.terms(office, kit.holder, 0, Power.SIGN));
        kit.clock.pass(Duration.ofDays(364));
        assertThat(mandates.register().get(head.id()).holds(Power.SIGN)).isTrue();
        kit.clock.pass(Duration.ofDays(1));
        assertThat(state(head)).isInstanceOf(Mandate.Expired.class);
        assertThat(mandates.register().get(head.id()).holds(Power.SIGN)).isFalse();
    }

    @Test
    void theEndOfAnIncumbencyEndsWhatWasHeldInIt() {
        Grantor office = new Grantor.OfOffice(kit.office(0).id());
        var position = kit.people.position(kit.ministry, "Directrice");
        var capacity =
                TestPeople.recorded(
                        kit.people.incumbencies.appoint(
                                TestPeople.appointment(
                                        position.id(), kit.holder.id(), "2025-01-01", "")));
        Terms own = kit.terms(office, kit.holder, 0, Power.SIGN);
        Terms inCapacity =
                new Terms(
                        own.kind(),
                        own.structure(),
                        own.grantor(),
                        own.person(),
                        Optional.of(capacity.id()),
                        own.powers(),
                        own.scope(),
                        own.period(),
                        0,
                        own.basis(),
                        Optional.empty(),
                        Optional.empty());
        Mandate.Head held = kit.inForce(kit.grantor, inCapacity);
        Mandate.Head personal = kit.inForce(kit.grantor, own);
        assertThat(held.names().function()).isEqualTo("Directrice");
        LocalDate soon = TestMandates.TODAY.plusDays(10);
        ended(capacity.id(), soon);
        assertThat(state(held).left().period().until()).isEqualTo(soon);
        ended(capacity.id(), TestMandates.TODAY);
        assertThat(state(held)).isInstanceOf(Mandate.Revoked.class);
        assertThat(state(personal)).isInstanceOf(Mandate.InForce.class);
    }

    @Test
    void whatReplacesAMandateEndsIt() {
        Grantor office = new Grantor.OfOffice(kit.office(0).id());
        Mandate.Head old = kit.inForce(kit.grantor, kit.terms(office, kit.holder, 0, Power.SIGN));
        Terms terms = kit.terms(office, kit.holder, 0, Power.SIGN, Power.VOTE);
        Mandate.Head next =
                kit.inForce(
                        kit.grantor,
                        new Terms(
                                terms.kind(),
                                terms.structure(),
                                terms.grantor(),
                                terms.person(),
                                Optional.empty(),
                                terms.powers(),
                                terms.scope(),
                                terms.period(),
                                0,
                                terms.basis(),
                                Optional.of(old.id()),
                                Optional.empty()));
        assertThat(state(old))
                .isInstanceOfSatisfying(
                        Mandate.Replaced.class, it -> assertThat(it.by()).isEqualTo(next.id()));
        assertThat(state(next)).isInstanceOf(Mandate.InForce.class);
    }

    @Test
    void whatAnOfficeGrantedEndsWithTheOffice() {
        Office office = kit.office(0);
        Mandate.Head head =
                kit.inForce(
                        kit.grantor,
                        kit.terms(new Grantor.OfOffice(office.id()), kit.holder, 0, Power.SIGN));
        mandates.offices().end(office.id(), kit.officer(), "nouveau statut");
        assertThat(mandates.register().get(head.id()).worth().hold()).isEqualTo(Worth.Hold.REVOKED);
    }

    private void ended(UUID incumbency, LocalDate until) {
        kit.people.transactions.executeWithoutResult(
                _ ->
                        mandates.endings()
                                .ended(
                                        new IncumbencyEnded(
                                                incumbency,
                                                kit.minister.id(),
                                                kit.ministry.id(),
                                                kit.holder.id(),
                                                false,
                                                until,
                                                Incumbency.EndCause.ENDED)));
    }

    private Mandate state(Mandate.Head head) {
        return mandates.register().get(head.id()).mandate();
    }

    private List<Objection> objections(Terms terms) {
        return mandates.drafts()
                .check(new Drafts.Wish(terms, "Conseiller (exemple)", Optional.empty()));
    }

    private static Optional<Amount> most(long units) {
        return Optional.of(new Amount(units, "XOF"));
    }

    private static void refused(MandateFault code, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
