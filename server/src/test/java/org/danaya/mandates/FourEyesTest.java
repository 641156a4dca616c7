package org.danaya.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.junit.jupiter.api.Test;

/** Two persons look at each draft, on a real database. */
class FourEyesTest {

    private final TestMandates kit = new TestMandates();
    private final Mandates mandates = kit.mandates;

    @Test
    void nobodyApprovesTheirOwnDraftByAnotherAccount() {
        UUID closed = kit.account(kit.second);
        UUID since = kit.account(kit.second);
        Grantor office = new Grantor.OfOffice(kit.office(0).id());
        DraftOutcome outcome =
                mandates.drafts()
                        .draft(
                                closed,
                                new Drafts.Wish(
                                        kit.terms(office, kit.holder, 0, Power.SIGN),
                                        "Conseiller (exemple)",
                                        Optional.empty()));
        Mandate.Head head = ((DraftOutcome.Drafted) outcome).head();
        kit.confirmed = Approvals.statement(List.of(head));
        refused(
                MandateFault.OWN_DRAFT,
                () -> mandates.approvals().approve(since, List.of(head), "", ""));
        assertThat(mandates.register().toApprove(new Reach.Everywhere(), List.of(closed, since)))
                .isZero();
        assertThat(mandates.register().toApprove(new Reach.Everywhere(), List.of(since))).isOne();
        Office proposed =
                mandates.offices()
                        .propose(
                                closed,
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
                MandateFault.OWN_DRAFT,
                () -> mandates.offices().record(proposed.id(), since, "", ""));
        refused(
                MandateFault.OWN_DRAFT,
                () -> mandates.offices().refuse(proposed.id(), since, "essai"));
    }

    @Test
    void aRefusalHitsADraftAlone() {
        Grantor office = new Grantor.OfOffice(kit.office(0).id());
        Mandate.Head head = kit.drafted(kit.terms(office, kit.holder, 0, Power.SIGN));
        kit.approve(head);
        refused(
                MandateFault.WRONG_STATE,
                () -> mandates.drafts().refuse(head.id(), kit.officer(), "trop tard"));
        assertThat(state(head)).isInstanceOf(Mandate.Approved.class);
        Mandate.Head other = kit.drafted(kit.terms(office, kit.holder, 0, Power.SIGN));
        mandates.drafts().refuse(other.id(), kit.officer(), "à revoir");
        assertThat(state(other)).isInstanceOf(Mandate.Withdrawn.class);
    }

    private Mandate state(Mandate.Head head) {
        return mandates.register().get(head.id()).mandate();
    }

    private static void refused(MandateFault code, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
