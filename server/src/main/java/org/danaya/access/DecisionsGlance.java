package org.danaya.access;

import java.util.List;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.page.Glance;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * On the console's first page: roles and resets that somebody else asked, and this person decides.
 */
@Component
class DecisionsGlance implements Glance {

    private final Roles roles;
    private final Resets resets;

    DecisionsGlance(Roles roles, Resets resets) {
        this.roles = roles;
        this.resets = resets;
    }

    @Override
    public List<Seen> look(Visitor visitor) {
        Rights rights = Rights.current();
        if (!rights.hold(Right.APPROVE_ROLES)) {
            return List.of();
        }
        UUID self = Actor.self();
        long waiting =
                roles.proposals().stream()
                        .filter(RoleProposal.Pending.class::isInstance)
                        .map(RoleProposal::asked)
                        .filter(asked -> decides(rights, asked.structure()))
                        .filter(asked -> !asked.proposedBy().equals(self))
                        .filter(asked -> !asked.account().equals(self))
                        .count();
        if (rights.holdEverywhere(Right.APPROVE_ROLES)) {
            waiting +=
                    resets.pending().stream()
                            .filter(each -> !each.asked().by().equals(self))
                            .count();
        }
        return waiting == 0
                ? List.of()
                : List.of(
                        Seen.waiting(
                                new Tag("access.proposal.pending", Tone.WARNING),
                                "access.glance.decide",
                                RolePages.PATH,
                                waiting));
    }

    private static boolean decides(Rights rights, @Nullable UUID structure) {
        return structure == null
                ? rights.holdEverywhere(Right.APPROVE_ROLES)
                : rights.hold(Right.APPROVE_ROLES, structure);
    }
}
