package org.danaya.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.RoleOutcome.Forbidden;
import org.danaya.access.RoleOutcome.Granted;
import org.danaya.access.RoleOutcome.Proposed;
import org.danaya.access.RoleOutcome.Rule;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.people.TestPersons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RolesTest {

    private final AccessKit kit = new AccessKit();
    private final UUID administrator = kit.administrator();

    @Test
    void aRoleTakesOneWhoProposesAndAnotherWhoApproves() {
        UUID approver = kit.holder(Role.APPROVER);
        UUID person = kit.person(administrator);
        RoleOutcome asked = kit.roles.propose(wish(person, Role.ANALYST), administrator);
        assertThat(kit.roles.held(person)).isEmpty();
        assertThat(kit.roles.approve(id(asked), approver)).isInstanceOf(Granted.class);
        assertThat(kit.roles.held(person))
                .extracting(RoleAssignment::role)
                .containsExactly(Role.ANALYST);
        assertThat(kit.acts()).contains("access.role-proposed").endsWith("access.role-granted");
    }

    @Test
    void anAdministratorAloneMakesNoApproverNotEvenTheFirst() {
        UUID person = kit.person(administrator);
        assertThat(kit.roles.approvable()).isFalse();
        RoleOutcome asked = kit.roles.propose(wish(person, Role.APPROVER), administrator);
        assertThat(asked).isInstanceOf(Proposed.class);
        assertThat(kit.roles.held(person)).isEmpty();
        assertThat(kit.roles.approve(id(asked), administrator))
                .isEqualTo(new Forbidden(Rule.OWN_PROPOSAL));
        UUID approver = kit.holder(Role.APPROVER);
        assertThat(kit.roles.approvable()).isTrue();
        assertThat(kit.roles.held(approver))
                .extracting(RoleAssignment::how)
                .containsExactly(RoleAssignment.How.OPERATOR);
        assertThat(kit.roles.approve(id(asked), approver)).isInstanceOf(Granted.class);
    }

    @Test
    void nobodyMakesThemselvesAnApprover() {
        assertThat(kit.roles.propose(wish(administrator, Role.APPROVER), administrator))
                .isEqualTo(new Forbidden(Rule.MUST_STAY_APART));
    }

    @Test
    void nobodyDecidesOnTheirOwnProposalOrOnOneThatFavoursThem() {
        UUID approver = kit.holder(Role.APPROVER);
        RoleOutcome favouring = kit.roles.propose(wish(approver, Role.ANALYST), administrator);
        assertThat(kit.roles.approve(id(favouring), approver))
                .isEqualTo(new Forbidden(Rule.OWN_PROPOSAL));
        assertThat(kit.roles.refuse(id(favouring), administrator, "exemple"))
                .isEqualTo(new Forbidden(Rule.OWN_PROPOSAL));
    }

    @Test
    void nobodyGivesARoleThatTheyHaveNoRightToGive() {
        UUID officer = kit.holder(Role.REGISTRATION_OFFICER);
        UUID person = kit.person(administrator);
        assertThat(kit.roles.propose(wish(person, Role.AUDITOR), officer))
                .isEqualTo(new Forbidden(Rule.NOT_YOURS_TO_GIVE));
        RoleOutcome asked = kit.roles.propose(wish(person, Role.AUDITOR), administrator);
        assertThat(kit.roles.approve(id(asked), officer))
                .isEqualTo(new Forbidden(Rule.NOT_YOURS_TO_GIVE));
    }

    @Test
    void anOfficerOfOneStructureGivesNothingInAnother() {
        UUID approver = kit.holder(Role.APPROVER);
        UUID mine = UUID.randomUUID();
        UUID officer = kit.person(administrator);
        grant(officer, Role.REGISTRATION_OFFICER, mine, approver);
        UUID person = kit.person(administrator);
        assertThat(kit.roles.propose(wish(person, Role.CORRESPONDENT, mine), officer))
                .isInstanceOf(Proposed.class);
        assertThat(kit.roles.propose(wish(person, Role.CORRESPONDENT, UUID.randomUUID()), officer))
                .isEqualTo(new Forbidden(Rule.NOT_YOURS_TO_GIVE));
        assertThat(kit.roles.propose(wish(person, Role.ANALYST), officer))
                .isEqualTo(new Forbidden(Rule.NOT_YOURS_TO_GIVE));
    }

    @Test
    void theRightsOfARoleForOneStructureReachNoOther() {
        UUID approver = kit.holder(Role.APPROVER);
        UUID mine = UUID.randomUUID();
        UUID person = kit.person(administrator);
        grant(person, Role.CORRESPONDENT, mine, approver);
        Rights rights = kit.roles.rights(kit.roles.held(person));
        assertThat(rights.hold(Right.READ_STRUCTURES, mine)).isTrue();
        assertThat(rights.hold(Right.READ_STRUCTURES, UUID.randomUUID())).isFalse();
        assertThatThrownBy(() -> rights.need(Right.READ_STRUCTURES, UUID.randomUUID()))
                .isInstanceOf(Fault.class);
    }

    @Test
    void aRoleForAStructureReachesAllBelowItAndGivesThere() {
        UUID ministry = TestPersons.structure(kit.sql, "ministere", Optional.empty());
        UUID agency = TestPersons.structure(kit.sql, "agence", Optional.of(ministry));
        UUID office = TestPersons.structure(kit.sql, "bureau", Optional.of(agency));
        UUID officer = kit.person(administrator);
        grant(officer, Role.REGISTRATION_OFFICER, agency, kit.holder(Role.APPROVER));
        Rights rights = kit.roles.rights(kit.roles.held(officer));
        assertThat(rights.hold(Right.MANAGE_STRUCTURES, office)).isTrue();
        assertThat(rights.hold(Right.MANAGE_STRUCTURES, ministry)).isFalse();
        assertThat(rights.holdEverywhere(Right.MANAGE_STRUCTURES)).isFalse();
        UUID person = kit.person(administrator);
        assertThat(kit.roles.propose(wish(person, Role.CORRESPONDENT, office), officer))
                .isInstanceOf(Proposed.class);
        assertThat(kit.roles.propose(wish(person, Role.CORRESPONDENT, ministry), officer))
                .isEqualTo(new Forbidden(Rule.NOT_YOURS_TO_GIVE));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void rolesThatMustStayApartSayItBothWays(Role role) {
        assertThat(role.apartFrom()).doesNotContain(role);
        assertThat(role.apartFrom()).allMatch(other -> other.apartFrom().contains(role));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void noRoleBothProposesAndApproves(Role role) {
        assertThat(
                        role.rights().contains(Right.PROPOSE_ROLES)
                                && role.rights().contains(Right.APPROVE_ROLES))
                .isFalse();
    }

    @Test
    void rolesThatMustStayApartAreNotHeldTogetherEvenWhenProposedTogether() {
        UUID approver = kit.holder(Role.APPROVER);
        UUID person = kit.person(administrator);
        RoleOutcome auditor = kit.roles.propose(wish(person, Role.AUDITOR), administrator);
        RoleOutcome officer = kit.roles.propose(wish(person, Role.SECURITY_OFFICER), administrator);
        assertThat(kit.roles.approve(id(auditor), approver)).isInstanceOf(Granted.class);
        assertThat(kit.roles.approve(id(officer), approver))
                .isEqualTo(new Forbidden(Rule.MUST_STAY_APART));
    }

    @Test
    void aCorrespondentIsOfOneStructure() {
        UUID person = kit.person(administrator);
        assertThat(kit.roles.propose(wish(person, Role.CORRESPONDENT), administrator))
                .isEqualTo(new Forbidden(Rule.WRONG_SCOPE));
    }

    @Test
    void aRoleRunsOutAndCanBeGivenAgain() {
        UUID approver = kit.holder(Role.APPROVER);
        UUID person = kit.person(administrator);
        Roles.Wish short_ =
                new Roles.Wish(
                        person,
                        Role.ANALYST,
                        null,
                        null,
                        kit.clock.instant().plus(Duration.ofDays(2)),
                        "exemple");
        kit.roles.approve(id(kit.roles.propose(short_, administrator)), approver);
        assertThat(kit.roles.held(person)).hasSize(1);
        kit.pass(Duration.ofDays(2));
        assertThat(kit.roles.held(person)).isEmpty();
        RoleOutcome again = kit.roles.propose(wish(person, Role.ANALYST), administrator);
        assertThat(kit.roles.approve(id(again), approver)).isInstanceOf(Granted.class);
    }

    @Test
    void aDecidedProposalIsNotDecidedAgain() {
        UUID approver = kit.holder(Role.APPROVER);
        UUID person = kit.person(administrator);
        RoleOutcome asked = kit.roles.propose(wish(person, Role.ANALYST), administrator);
        kit.roles.refuse(id(asked), approver, "exemple");
        assertThat(kit.roles.approve(id(asked), approver)).isEqualTo(new Forbidden(Rule.DECIDED));
        assertThat(kit.roles.withdraw(id(asked), administrator))
                .isEqualTo(new Forbidden(Rule.DECIDED));
        assertThat(kit.roles.held(person)).isEmpty();
    }

    @Test
    void theLastAdministratorStays() {
        UUID officer = kit.holder(Role.SECURITY_OFFICER);
        assertThatThrownBy(() -> kit.accounts.suspend(administrator, officer, "exemple"))
                .hasMessageContaining("last-administrator");
        assertThatThrownBy(() -> kit.accounts.close(administrator, officer, "exemple"))
                .hasMessageContaining("last-administrator");
        UUID assignment = kit.roles.held(administrator).getFirst().id();
        assertThatThrownBy(() -> kit.roles.end(assignment, officer))
                .hasMessageContaining("last-administrator");
        kit.holder(Role.ADMINISTRATOR);
        kit.roles.end(assignment, officer);
        assertThat(kit.roles.held(administrator)).isEmpty();
    }

    private void grant(UUID account, Role role, UUID structure, UUID approver) {
        RoleOutcome asked = kit.roles.propose(wish(account, role, structure), administrator);
        assertThat(kit.roles.approve(id(asked), approver)).isInstanceOf(Granted.class);
    }

    private static UUID id(RoleOutcome outcome) {
        return ((Proposed) outcome).proposal().asked().id();
    }

    private static Roles.Wish wish(UUID account, Role role) {
        return wish(account, role, null);
    }

    private static Roles.Wish wish(UUID account, Role role, UUID structure) {
        return new Roles.Wish(account, role, structure, null, null, "exemple");
    }
}
