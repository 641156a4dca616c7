package org.danaya.mandates.delegation.console;

import java.util.List;
import org.danaya.base.Right;
import org.danaya.mandates.console.Within;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.mandates.delegation.DelegationSearch;
import org.danaya.mandates.delegation.Delegations;
import org.danaya.page.Glance;
import org.danaya.page.Visitor;
import org.springframework.stereotype.Component;

/** On the console's first page: reports that are due. */
@Component
class DelegationGlance implements Glance {

    private final Delegations delegations;

    DelegationGlance(Delegations delegations) {
        this.delegations = delegations;
    }

    @Override
    public List<Seen> look(Visitor visitor) {
        if (!visitor.rights().contains(Right.DRAFT_MANDATES)) {
            return List.of();
        }
        Delegation.State due = Delegation.State.REPORT_DUE;
        long count =
                delegations.count(DelegationSearch.of(Within.reach(Right.DRAFT_MANDATES)).in(due));
        return count == 0
                ? List.of()
                : List.of(
                        Seen.waiting(
                                Reached.tag(due),
                                "mandates.delegation.glance",
                                Reached.PATH + "?state=" + due.code(),
                                count));
    }
}
