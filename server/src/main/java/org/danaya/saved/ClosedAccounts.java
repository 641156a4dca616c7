package org.danaya.saved;

import org.danaya.access.Account;
import org.danaya.access.AccountBarred;
import org.danaya.access.Accounts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the views of an account that is closed for good, in the transaction that closes it. */
@Component
class ClosedAccounts {

    private final Accounts accounts;
    private final SavedTable table;

    ClosedAccounts(Accounts accounts, SavedTable table) {
        this.accounts = accounts;
        this.table = table;
    }

    @EventListener
    void barred(AccountBarred news) {
        accounts.find(news.account())
                .filter(Account.Closed.class::isInstance)
                .ifPresent(_ -> table.deleteAll(news.account()));
    }
}
