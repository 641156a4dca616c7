package org.danaya.mandates.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.log.TestLeaves;
import org.danaya.mandates.Approvals;
import org.danaya.mandates.Drafts;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateAct;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Period;
import org.danaya.mandates.TestMandates;
import org.danaya.mandates.delegation.DelegationOutcome.Trouble;
import org.danaya.people.Person;
import org.danaya.people.Structure;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.junit.jupiter.api.Test;

/** A delegation until its grantor signs, on a real database. */
class PreparationsTest {

    private static final LocalDate FROM = TestMandates.TODAY.plusDays(5);
    private static final LocalDate UNTIL = TestMandates.TODAY.plusDays(10);

    private final TestMandates kit = new TestMandates();
    private final Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
    private final Delegations delegations = new TestDelegations(kit).delegations;
    private final Preparations preparations =
            new Preparations(
                    kit.people.jdbc,
                    kit.mandates,
                    delegations,
                    kit.people.transactions,
                    kit.people.told::add,
                    ids,
                    kit.clock);
    private final Structure agency = kit.people.create("agence-exemple", "Agence (exemple)");
    private final Grantor office = new Grantor.OfOffice(kit.office(0).id());

    @Test
    void membersAreAddedOneByOneAndApprovedAtOnce() {
        UUID id = begun().id();
        assertThat(delegations.get(id).state()).isEqualTo(Delegation.State.CONSTITUTED);
        added(id, member(kit.holder, true));
        added(id, member(kit.second, false));
        assertThat(approve(id)).allMatch(Mandate.Approved.class::isInstance).hasSize(2);
        kit.sign(kit.grantor, heads(id));
        TestLeaves.place(kit.people.jdbc);
        kit.mandates.signatures().takeEffect();
        assertThat(delegations.get(id).state()).isEqualTo(Delegation.State.NOTIFIED);
    }

    @Test
    void aMemberKeepsTheirStructureThroughEveryEdit() {
        UUID id = begun().id();
        added(id, member(kit.holder, true));
        Mandate.Head draft = heads(id).getFirst();
        assertThat(draft.names().home()).isEqualTo("Agence (exemple)");
        assertThat(kit.mandates.drafts().home(draft.id())).contains(agency.id());

        preparations.change(id, kit.officer(), 1, occasion("Thiès", UNTIL), "Ordre n° 2 (exemple)");
        Mandate.Head moved = heads(id).getFirst();
        assertThat(moved.names().home()).isEqualTo("Agence (exemple)");
        assertThat(moved.names().function()).isEqualTo("Ingénieur (exemple)");
        assertThat(moved.terms().basis()).isEqualTo("Ordre n° 2 (exemple)");

        kit.mandates
                .drafts()
                .change(
                        draft.id(),
                        kit.officer(),
                        kit.mandates.drafts().version(draft.id()),
                        new Drafts.Wish(
                                moved.terms(),
                                "Ingénieur en chef (exemple)",
                                kit.mandates.drafts().home(draft.id())));
        assertThat(heads(id).getFirst().names().home()).isEqualTo("Agence (exemple)");
    }

    @Test
    void oneLeadsAndTheLeadPasses() {
        UUID id = begun().id();
        added(id, member(kit.holder, false));
        assertThatThrownBy(() -> approve(id))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(MandateFault.HEADS));
        added(id, member(kit.second, true));
        assertThat(preparations.check(delegations.get(id), member(kit.third, true)))
                .contains(new Trouble.Heads(2));
        preparations.lead(id, kit.officer(), heads(id).getFirst().id());
        assertThat(delegations.get(id).alive().stream().filter(Delegation::leads))
                .singleElement()
                .satisfies(
                        head ->
                                assertThat(head.head().names().holder())
                                        .isEqualTo("Exemple Mandataire"));
        assertThat(approve(id)).hasSize(2);
        assertThatThrownBy(() -> preparations.lead(id, kit.officer(), heads(id).getLast().id()))
                .isInstanceOf(Fault.class);
    }

    @Test
    void whoeverIsTakenOutCanBeAddedAgain() {
        UUID id = begun().id();
        added(id, member(kit.holder, true));
        assertThat(preparations.check(delegations.get(id), member(kit.holder, false)))
                .contains(new Trouble.Twice(kit.holder.id()));
        preparations.remove(id, kit.officer(), heads(id).getFirst().id(), "Empêchée (exemple)");
        assertThat(delegations.get(id).members()).isEmpty();
        added(id, member(kit.holder, true));
        assertThat(delegations.get(id).members()).hasSize(1);
    }

    @Test
    void aClashIsDeclaredBeforeTheApprovalAndAgainForTheNextOne() {
        UUID first = begun().id();
        added(first, member(kit.holder, true));
        added(first, member(kit.second, false));
        UUID id = begun().id();
        added(id, member(kit.holder, true));
        assertThat(preparations.clashes(delegations.get(id)))
                .singleElement()
                .satisfies(clash -> assertThat(clash.other().id()).isEqualTo(first));
        assertThatThrownBy(() -> approve(id))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(MandateFault.CLASH));
        preparations.declare(id, kit.officer(), "Deux forums dans la même ville (exemple)");
        added(id, member(kit.second, false));
        assertThat(delegations.get(id).clashReason()).isEmpty();
        preparations.declare(id, kit.officer(), "Les deux sont attendus (exemple)");
        assertThat(approve(id)).hasSize(2);
    }

    @Test
    void whatTheGrantorCantGrantChangesNothing() {
        UUID id = begun().id();
        added(id, member(kit.holder, true));
        assertThatThrownBy(
                        () ->
                                preparations.change(
                                        id,
                                        kit.officer(),
                                        1,
                                        occasion("Thiès", LocalDate.of(2035, 1, 1)),
                                        "Ordre (exemple)"))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(MandateFault.BEYOND));
        assertThat(delegations.get(id).occasion().place()).isEqualTo("Dakar");
        assertThat(delegations.get(id).version()).isEqualTo(1);
        assertThatThrownBy(
                        () ->
                                preparations.change(
                                        id,
                                        kit.officer(),
                                        7,
                                        occasion("Thiès", UNTIL),
                                        "Ordre (exemple)"))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(MandateFault.STALE));
    }

    @Test
    void whatWasSignedIsntRewrittenOnceItsMembersAreGone() {
        UUID id = notified();
        for (Known member : delegations.get(id).members()) {
            kit.mandates.endings().revoke(member.head().id(), kit.officer(), "Rappel (exemple)");
        }
        assertThat(delegations.get(id).alive()).isEmpty();
        refused(
                MandateFault.WRONG_STATE,
                () ->
                        preparations.change(
                                id,
                                kit.officer(),
                                1,
                                occasion("Thiès", UNTIL),
                                "Ordre réécrit (exemple)"));
        assertThat(delegations.published(delegations.get(id).number()).occasion().place())
                .isEqualTo("Dakar");
    }

    @Test
    void theApprovalCoversTheOccasionAndTheReasonOfAClash() {
        UUID id = begun().id();
        added(id, member(kit.holder, true));
        kit.confirmed = Approvals.statement(heads(id));
        refused(
                MandateFault.NOT_CONFIRMED,
                () -> preparations.approve(id, kit.officer(), heads(id), "", ""));
        Occasion plain = delegations.get(id).occasion();
        int version = 1;
        for (Occasion other :
                List.of(
                        occasion("Thiès", UNTIL),
                        with(plain, Optional.of("Forum (example)"), Optional.empty(), "fr"),
                        with(plain, Optional.empty(), Optional.of("Union (exemple)"), "fr"),
                        with(plain, Optional.empty(), Optional.empty(), "fr", "en"))) {
            byte[] before = Preparations.statement(delegations.get(id));
            preparations.change(id, kit.officer(), version++, other, "Ordre (exemple)");
            kit.confirmed = before;
            refused(
                    MandateFault.NOT_CONFIRMED,
                    () -> preparations.approve(id, kit.officer(), heads(id), "", ""));
        }
        byte[] before = Preparations.statement(delegations.get(id));
        preparations.declare(id, kit.officer(), "Deux forums voisins (exemple)");
        kit.confirmed = before;
        refused(
                MandateFault.NOT_CONFIRMED,
                () -> preparations.approve(id, kit.officer(), heads(id), "", ""));
        assertThat(approve(id)).hasSize(1);
    }

    @Test
    void aReasonIsDeclaredOnlyWhereAnApprovalStillReadsIt() {
        UUID id = begun().id();
        refused(
                MandateFault.WRONG_STATE,
                () -> preparations.declare(id, kit.officer(), "Personne encore (exemple)"));
        added(id, member(kit.holder, true));
        approve(id);
        refused(
                MandateFault.WRONG_STATE,
                () -> preparations.declare(id, kit.officer(), "Après coup (exemple)"));
        assertThat(delegations.get(id).clashReason()).isEmpty();
    }

    @Test
    void anAbandonedDelegationLosesAllItsPlacesInOneAct() {
        UUID id = notified();
        added(id, member(kit.third, false));
        refused(
                MandateFault.WRONG_STATE,
                () -> preparations.abandon(id, kit.officer(), _ -> false, "Sans droit (exemple)"));
        assertThat(delegations.get(id).alive()).hasSize(3);
        Delegation after =
                preparations.abandon(
                        id, kit.officer(), Delegation::isSigned, "Forum annulé (exemple)");
        assertThat(after.state()).isEqualTo(Delegation.State.ABANDONED);
        assertThat(after.alive()).isEmpty();
        assertThat(after.abandoned().orElseThrow().reason()).isEqualTo("Forum annulé (exemple)");
        assertThat(after.members()).allMatch(each -> each.mandate() instanceof Mandate.Revoked);
        assertThat(kit.people.told(Act.class))
                .filteredOn(act -> act.type() == MandateAct.DELEGATION_ABANDONED)
                .singleElement()
                .satisfies(
                        act ->
                                assertThat(act.facts())
                                        .containsEntry("reason", "Forum annulé (exemple)"));
        assertThat(delegations.published(after.number()).state())
                .isEqualTo(Delegation.State.ABANDONED);
        assertThat(
                        delegations.count(
                                DelegationSearch.of(new Reach.Everywhere())
                                        .in(Delegation.State.ABANDONED)))
                .isOne();
        refused(
                MandateFault.WRONG_STATE,
                () -> preparations.abandon(id, kit.officer(), _ -> true, "encore"));
        refused(
                MandateFault.WRONG_STATE,
                () -> preparations.add(id, kit.officer(), member(kit.third, true)));
        refused(
                MandateFault.WRONG_STATE,
                () -> delegations.report(id, kit.officer(), "Rien (exemple)"));
        assertThat(preparations.clashes(delegations.get(notified()))).isEmpty();
    }

    private UUID notified() {
        UUID id = begun().id();
        added(id, member(kit.holder, true));
        added(id, member(kit.second, false));
        approve(id);
        kit.sign(kit.grantor, heads(id));
        TestLeaves.place(kit.people.jdbc);
        kit.mandates.signatures().takeEffect();
        return id;
    }

    private static Occasion with(
            Occasion plain,
            Optional<String> english,
            Optional<String> organiser,
            String... languages) {
        return new Occasion(
                plain.nameFr(),
                english,
                organiser,
                plain.place(),
                plain.country(),
                plain.period(),
                List.of(languages));
    }

    private static void refused(MandateFault code, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private Delegation begun() {
        return preparations.begin(
                kit.officer(),
                kit.ministry.id(),
                office,
                occasion("Dakar", UNTIL),
                "Ordre de mission (exemple)");
    }

    private void added(UUID id, Delegations.Member member) {
        assertThat(preparations.add(id, kit.officer(), member))
                .isInstanceOf(DelegationOutcome.Constituted.class);
    }

    private List<Mandate> approve(UUID id) {
        kit.confirmed = Preparations.statement(delegations.get(id));
        return preparations.approve(id, kit.officer(), heads(id), "", "");
    }

    private List<Mandate.Head> heads(UUID id) {
        return delegations.get(id).members().stream().map(Known::head).toList();
    }

    private Delegations.Member member(Person person, boolean leads) {
        return new Delegations.Member(
                person.id(),
                "Ingénieur (exemple)",
                agency.id(),
                Optional.empty(),
                leads,
                Powers.of(Power.REPRESENT));
    }

    private static Occasion occasion(String place, LocalDate until) {
        return new Occasion(
                "Forum des préparations (exemple)",
                Optional.empty(),
                Optional.empty(),
                place,
                "SN",
                new Period(FROM, until),
                List.of("fr"));
    }
}
