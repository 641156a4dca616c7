package org.danaya.access;

import java.util.Locale;
import java.util.Optional;
import org.danaya.base.Ids;
import org.danaya.base.Naming;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.springframework.stereotype.Component;

/** The people behind accounts, for whoever may see every account. */
@Component
final class AccountNaming implements Naming {

    private final AccountTable accounts;

    AccountNaming(AccountTable accounts) {
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public Optional<Named> name(String id, Locale locale) {
        if (!Rights.current().holdEverywhere(Right.READ_ACCOUNTS)) {
            return Optional.empty();
        }
        return Ids.read(id)
                .flatMap(accounts::find)
                .map(found -> new Named(found.owner().name(), AccountPages.PATH + "/" + id));
    }
}
