package org.danaya.access;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Invitations.Newcomer;
import org.danaya.base.Ids;

/** Accounts with roles, made without anybody's approval, for tests. */
public final class TestAccounts {

    private TestAccounts() {}

    /**
     * An active account with roles for the whole platform.
     *
     * @param beans where the platform's beans come from, such as {@code TestPlatform::bean}
     */
    public static UUID with(Beans beans, Role... roles) {
        UUID account =
                beans.get(Invitations.class)
                        .accept(
                                beans.get(Invitations.class).byOperator(Role.ANALYST).token(),
                                beans.get(Ids.class).next(),
                                new Newcomer("Exemple", "Essai"))
                        .id();
        RoleTable table = beans.get(RoleTable.class);
        table.endAll(account, null, beans.get(Clock.class).instant());
        for (Role role : roles) {
            give(beans, account, role, Optional.empty());
        }
        return account;
    }

    /** Gives one more role, for a structure or for the whole platform. */
    public static void give(Beans beans, UUID account, Role role, Optional<UUID> structure) {
        var at = beans.get(Clock.class).instant();
        beans.get(RoleTable.class)
                .insert(
                        new RoleAssignment(
                                beans.get(Ids.class).next(),
                                account,
                                role,
                                structure.orElse(null),
                                at,
                                null,
                                RoleAssignment.How.OPERATOR),
                        null,
                        null,
                        at);
    }

    /** Where a platform's beans come from. */
    @FunctionalInterface
    public interface Beans {

        /** The one bean of a type. */
        <T> T get(Class<T> type);
    }
}
