package org.danaya.trust.registration;

import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Accounts;
import org.danaya.page.Language;
import org.danaya.people.Structures;
import org.springframework.stereotype.Component;

/** What accounts and structures are called. */
@Component
class Called {

    private final Accounts accounts;
    private final Structures structures;

    Called(Accounts accounts, Structures structures) {
        this.accounts = accounts;
        this.structures = structures;
    }

    /** The name of whoever has an account. */
    String account(UUID account) {
        return accounts.find(account)
                .map(found -> found.owner().name())
                .orElseGet(account::toString);
    }

    /** The name of a structure; empty where there is none. */
    String structure(Optional<UUID> structure) {
        return structure
                .map(
                        id ->
                                structures
                                        .find(id)
                                        .map(found -> found.name(Language.FRENCH))
                                        .orElseGet(id::toString))
                .orElse("");
    }
}
