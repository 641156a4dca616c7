package org.danaya.mandates.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.mandates.MandateSearch;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Office;
import org.danaya.page.Glance;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.page.Visitor;
import org.springframework.stereotype.Component;

/**
 * On the console's first page: mandates and powers that wait for the person's approval or
 * signature, and those that end soon.
 */
@Component
class MandateGlance implements Glance {

    private static final int SOON = 30;

    private final Mandates mandates;
    private final Within within;

    MandateGlance(Mandates mandates, Within within) {
        this.mandates = mandates;
        this.within = within;
    }

    @Override
    public List<Seen> look(Visitor visitor) {
        List<Seen> seen = new ArrayList<>();
        UUID person = within.person();
        long sign =
                mandates
                        .register()
                        .waiting(
                                within.ownOffices().stream().map(Office::id).toList(),
                                person,
                                Within.LISTED)
                        .stream()
                        .filter(each -> !each.head().terms().person().equals(person))
                        .count();
        waiting(seen, "approved", "sign", OwnMandatePages.PATH, sign);
        waiting(
                seen,
                "in-force",
                "own-ending",
                OwnMandatePages.PATH,
                mandates.register()
                        .count(
                                MandateSearch.of(new Reach.Everywhere())
                                        .heldBy(person)
                                        .ending(SOON)));
        if (visitor.rights().contains(Right.APPROVE_MANDATES)) {
            Reach reach = Within.reach(Right.APPROVE_MANDATES);
            waiting(
                    seen,
                    "draft",
                    "approve",
                    SeveralPages.APPROVE,
                    mandates.register().toApprove(reach, within.accounts()));
            waiting(
                    seen,
                    "draft",
                    "offices",
                    OfficePages.PATH + "?state=proposed",
                    mandates.offices().count(reach, "proposed", Optional.empty()));
        }
        if (visitor.rights().contains(Right.DRAFT_MANDATES)) {
            waiting(
                    seen,
                    "in-force",
                    "ending",
                    MandatePages.PATH + "/calendar?within=" + SOON,
                    mandates.register()
                            .count(
                                    MandateSearch.of(Within.reach(Right.DRAFT_MANDATES))
                                            .ending(SOON)));
            waiting(
                    seen,
                    "in-force",
                    "offices-ending",
                    MandatePages.PATH + "/calendar?within=" + SOON,
                    mandates.offices().ending(Within.reach(Right.DRAFT_MANDATES), SOON));
        }
        return seen;
    }

    private static void waiting(
            List<Seen> seen, String state, String what, String path, long count) {
        if (count > 0) {
            seen.add(
                    Seen.waiting(
                            new Tag("mandates.state." + state, Tone.INFO),
                            "mandates.glance." + what,
                            path,
                            count));
        }
    }
}
