package org.danaya.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.danaya.access.Invitations.Newcomer;
import org.junit.jupiter.api.Test;

class ResetsTest {

    private final AccessKit kit = new AccessKit();
    private final UUID administrator = kit.administrator();
    private final UUID approver = kit.holder(Role.APPROVER);
    private final UUID analyst = kit.holder(Role.ANALYST);

    @Test
    void anAccountIsOpenedAnewByTwoPeopleAndKeepsItsRoles() {
        UUID reset = asked(analyst, administrator);
        assertThat(kit.accounts.active(analyst)).isPresent();
        kit.resets.approve(reset, approver);
        assertThat(kit.accounts.get(analyst)).isInstanceOf(Account.Invited.class);
        assertThat(kit.news)
                .contains(new AccountReset(analyst))
                .contains(new AccountBarred(analyst));
        var link = kit.invitations.again(analyst, administrator);
        assertThat(kit.invitations.accept(link.token(), analyst, new Newcomer("", "")).id())
                .isEqualTo(analyst);
        assertThat(kit.roles.held(analyst))
                .extracting(RoleAssignment::role)
                .containsExactly(Role.ANALYST);
        assertThat(kit.acts()).contains("access.reset-asked", "access.reset-approved");
    }

    @Test
    void whoAsksAndWhoItFavoursDecideNothing() {
        UUID reset = asked(analyst, administrator);
        assertThatThrownBy(() -> kit.resets.approve(reset, administrator))
                .hasMessageContaining("other-decides");
        assertThatThrownBy(() -> kit.resets.approve(reset, analyst))
                .hasMessageContaining("other-decides");
        assertThatThrownBy(() -> kit.resets.refuse(reset, administrator, "exemple"))
                .hasMessageContaining("other-decides");
        assertThatThrownBy(() -> kit.resets.withdraw(reset, approver))
                .hasMessageContaining("other-decides");
        assertThatThrownBy(() -> asked(administrator, administrator))
                .hasMessageContaining("own-account");
        assertThat(kit.accounts.active(analyst)).isPresent();
    }

    @Test
    void aDecisionIsTakenOnceAndAnAccountWaitsForOne() {
        UUID reset = asked(analyst, administrator);
        assertThatThrownBy(() -> asked(analyst, administrator)).hasMessageContaining("reset-waits");
        kit.resets.refuse(reset, approver, "exemple");
        assertThatThrownBy(() -> kit.resets.approve(reset, approver))
                .hasMessageContaining("reset-decided");
        UUID second = asked(analyst, administrator);
        kit.resets.withdraw(second, administrator);
        assertThatThrownBy(() -> kit.resets.approve(second, approver))
                .hasMessageContaining("reset-decided");
        UUID third = asked(analyst, administrator);
        kit.accounts.close(analyst, administrator, "exemple");
        assertThatThrownBy(() -> kit.resets.approve(third, approver))
                .hasMessageContaining("reset-decided");
    }

    @Test
    void theLastAdministratorIsNotReset() {
        UUID officer = kit.holder(Role.SECURITY_OFFICER);
        assertThatThrownBy(() -> asked(administrator, officer))
                .hasMessageContaining("last-administrator");
        UUID second = kit.holder(Role.ADMINISTRATOR);
        kit.resets.approve(asked(administrator, officer), approver);
        assertThatThrownBy(() -> asked(second, officer)).hasMessageContaining("last-administrator");
    }

    private UUID asked(UUID account, UUID by) {
        return kit.resets.ask(account, by, "exemple").asked().id();
    }
}
