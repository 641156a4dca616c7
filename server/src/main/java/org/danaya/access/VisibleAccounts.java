package org.danaya.access;

import java.util.List;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The accounts that whoever acts may see: every page about an account asks here. */
@Component
final class VisibleAccounts {

    private final Accounts accounts;

    VisibleAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** An account; one that may not be seen is told as if it weren't there. */
    Account get(UUID id) {
        Account account = accounts.get(id);
        if (ofPerson(account.owner().person()).stream().noneMatch(each -> each.id().equals(id))) {
            throw new Fault(AccessFault.UNKNOWN_ACCOUNT);
        }
        return account;
    }

    /** At most {@link Accounts#PAGE}, the newest first, in a state or in any, before one or all. */
    List<Account> list(@Nullable String state, @Nullable UUID before) {
        return accounts.list(reach(), state, before, Actor.self());
    }

    /** Those of a person, the newest first. */
    List<Account> ofPerson(UUID person) {
        return accounts.ofPerson(reach(), person, Actor.self());
    }

    private static Reach reach() {
        return Rights.current()
                .reach(Right.READ_ACCOUNTS)
                .orElseThrow(() -> new Fault(AccessFault.UNKNOWN_ACCOUNT));
    }
}
