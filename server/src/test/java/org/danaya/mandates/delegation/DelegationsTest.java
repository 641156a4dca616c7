package org.danaya.mandates.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.log.TestLeaves;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.Period;
import org.danaya.mandates.TestMandates;
import org.danaya.mandates.delegation.DelegationOutcome.Trouble;
import org.danaya.people.Person;
import org.danaya.people.Structure;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.junit.jupiter.api.Test;

/** The life of a delegation on a real database. */
class DelegationsTest {

    private static final LocalDate FROM = TestMandates.TODAY.plusDays(5);
    private static final LocalDate UNTIL = TestMandates.TODAY.plusDays(10);

    private final TestMandates kit = new TestMandates();
    private final Delegations delegations = new TestDelegations(kit).delegations;
    private final Structure agency = kit.people.create("agence-exemple", "Agence (exemple)");
    private final Grantor office = new Grantor.OfOffice(kit.office(0).id());

    @Test
    void itIsConstitutedNotifiedOnMissionAndClosed() {
        Delegation made = constituted(List.of(member(kit.holder, true), member(kit.second, false)));
        assertThat(made.state()).isEqualTo(Delegation.State.CONSTITUTED);
        assertThat(made.members()).hasSize(2);
        assertThat(made.head().orElseThrow().head().names().holder())
                .isEqualTo("Exemple Mandataire");
        assertThat(delegations.published()).isEmpty();

        notify(made);
        assertThat(state(made)).isEqualTo(Delegation.State.NOTIFIED);
        assertThat(delegations.published()).hasSize(1);
        kit.clock.pass(Duration.ofDays(6));
        assertThat(state(made)).isEqualTo(Delegation.State.ON_MISSION);
        Known member = delegations.get(made.id()).members().getLast();
        assertThat(member.holds(Power.REPRESENT)).isTrue();
        assertThat(member.head().names().home()).isEqualTo("Agence (exemple)");
        kit.clock.pass(Duration.ofDays(6));
        assertThat(state(made)).isEqualTo(Delegation.State.REPORT_DUE);
        delegations.report(made.id(), kit.officer(), "Compte rendu (exemple)");
        assertThat(state(made)).isEqualTo(Delegation.State.CLOSED);
    }

    @Test
    void oneMemberLosesTheirPlaceAlone() {
        Delegation made = constituted(List.of(member(kit.holder, true), member(kit.second, false)));
        notify(made);
        UUID second = made.members().getLast().head().id();
        kit.mandates.endings().revoke(second, kit.officer(), "rappelé");
        kit.clock.pass(Duration.ofDays(6));
        Delegation now = delegations.published(made.number());
        assertThat(now.members().getFirst().holds(Power.REPRESENT)).isTrue();
        assertThat(now.members().getLast().mandate()).isInstanceOf(Mandate.Revoked.class);
        assertThat(now.members().getLast().holds(Power.REPRESENT)).isFalse();
    }

    @Test
    void itHasOneHeadAndNobodyTwice() {
        assertThat(troubles(List.of(), false)).containsExactly(new Trouble.Count(0));
        assertThat(troubles(List.of(member(kit.holder, false)), false))
                .containsExactly(new Trouble.Heads(0));
        assertThat(troubles(List.of(member(kit.holder, true), member(kit.holder, true)), false))
                .containsExactly(new Trouble.Heads(2), new Trouble.Twice(kit.holder.id()));
        assertThat(troubles(List.of(member(kit.grantor, true)), false))
                .singleElement()
                .isInstanceOf(Trouble.Beyond.class);
    }

    @Test
    void whoIsElsewhereOnThoseDaysIsDeclared() {
        Delegation first = constituted(List.of(member(kit.holder, true)));
        List<Delegations.Member> members = List.of(member(kit.holder, true));
        assertThat(troubles(members, false))
                .singleElement()
                .isInstanceOfSatisfying(
                        Trouble.Clash.class,
                        clash -> assertThat(clash.other().id()).isEqualTo(first.id()));
        assertThat(troubles(members, true)).isEmpty();
    }

    @Test
    void aNameIsFoundInAnyOrderAndWithoutAccents() {
        Delegation made = constituted(List.of(member(kit.holder, true), member(kit.second, false)));
        for (String typed :
                List.of(
                        "Exemple Deuxième",
                        "DEUXIEME exemple",
                        " deuxieme,  Exemple ",
                        "Exemple-Deuxieme Fatou")) {
            assertThat(Delegations.named(made, typed)).as(typed).hasSize(1);
        }
        for (String typed : List.of("Exemple", "Deuxième", "Exemple Troisième", "", "-")) {
            assertThat(Delegations.named(made, typed)).as(typed).isEmpty();
        }
    }

    private Delegation constituted(List<Delegations.Member> members) {
        DelegationOutcome outcome = delegations.constitute(kit.officer(), wish(members, false));
        if (outcome instanceof DelegationOutcome.Constituted(Delegation delegation)) {
            return delegation;
        }
        throw new AssertionError(outcome);
    }

    private void notify(Delegation delegation) {
        List<Mandate.Head> heads = delegation.members().stream().map(Known::head).toList();
        kit.approve(heads);
        kit.sign(kit.grantor, heads);
        TestLeaves.place(kit.people.jdbc);
        kit.mandates.signatures().takeEffect();
    }

    private Delegation.State state(Delegation delegation) {
        return delegations.get(delegation.id()).state();
    }

    private List<Trouble> troubles(List<Delegations.Member> members, boolean declared) {
        return delegations.check(wish(members, declared));
    }

    private Delegations.Wish wish(List<Delegations.Member> members, boolean declared) {
        return new Delegations.Wish(
                kit.ministry.id(),
                office,
                new Occasion(
                        "Forum international sur les technologies de l’information (exemple)",
                        Optional.empty(),
                        Optional.empty(),
                        "Dakar",
                        "SN",
                        new Period(FROM, UNTIL),
                        List.of("fr", "en")),
                "Ordre de mission (exemple)",
                members,
                declared);
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
}
