package org.danaya.mandates.delegation.console;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Naming;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.mandates.delegation.Delegations;
import org.springframework.stereotype.Component;

/** What delegations are called, for whoever may see those of the structure. */
@Component
final class DelegationNaming implements Naming {

    private final Delegations delegations;

    DelegationNaming(Delegations delegations) {
        this.delegations = delegations;
    }

    @Override
    public String kind() {
        return "delegation";
    }

    @Override
    public Optional<Named> name(String id, Locale locale) {
        return Ids.read(id)
                .flatMap(this::find)
                .filter(found -> Rights.current().hold(Right.READ_MANDATES, found.structure()))
                .map(found -> new Named(Reached.title(found), Reached.path(found)));
    }

    private Optional<Delegation> find(UUID id) {
        try {
            return Optional.of(delegations.get(id));
        } catch (Fault _) {
            return Optional.empty();
        }
    }
}
