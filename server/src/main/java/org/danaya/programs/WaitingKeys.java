package org.danaya.programs;

import java.util.List;
import java.util.Optional;
import org.danaya.base.Actor;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.page.Glance;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.page.Visitor;

/** On the console's first page: keys that somebody else made and this person may approve. */
final class WaitingKeys implements Glance {

    private static final int MOST = 200;

    private final ApiKeys keys;

    WaitingKeys(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<Seen> look(Visitor visitor) {
        Optional<Reach> reach = Rights.current().reach(Right.APPROVE_API_KEYS);
        if (reach.isEmpty()) {
            return List.of();
        }
        long waiting =
                keys.list(reach.get(), "", "waiting", ApiKeyTable.BY_NAME, 0, MOST).stream()
                        .filter(each -> !each.head().madeBy().equals(Actor.self()))
                        .count();
        return waiting == 0
                ? List.of()
                : List.of(
                        Seen.waiting(
                                new Tag("programs.state.waiting", Tone.WARNING),
                                "programs.glance.approve",
                                ApiKeyPages.PATH + "?state=waiting",
                                waiting));
    }
}
