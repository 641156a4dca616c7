package org.danaya.trust.trustlist.console;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.danaya.base.Right;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.trust.trustlist.foreign.ForeignLists;
import org.danaya.trust.trustlist.foreign.ForeignLists.Foreign;
import org.danaya.trust.trustlist.model.TrustedList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The lists of others: whether each may be relied on, and how old what is known of it is. */
@Controller
class ForeignPages {

    private final ForeignLists lists;
    private final Clock clock;

    ForeignPages(ForeignLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @Needs(Right.READ_TRUST_LIST)
    @GetMapping(ListPages.PATH + "/foreign")
    Answer foreign() {
        return Page.of(
                "trustlist/foreign",
                new Shown.Foreigners(
                        lists.configured(), lists.all().stream().map(this::shown).toList()));
    }

    private Shown.Foreigner shown(Foreign foreign) {
        return switch (foreign) {
            case Foreign.Usable(String address, TrustedList list, var fetched, String problem) ->
                    new Shown.Foreigner(
                            address,
                            new Tag("trustlist.foreign.usable", Tone.SUCCESS),
                            Optional.of(list),
                            Optional.of(Duration.between(fetched, clock.instant())),
                            key(problem),
                            detail(problem));
            case Foreign.Unusable(String address, String problem, var fetched) ->
                    new Shown.Foreigner(
                            address,
                            new Tag("trustlist.foreign.unusable", Tone.DANGER),
                            Optional.empty(),
                            fetched.map(at -> Duration.between(at, clock.instant())),
                            key(problem),
                            detail(problem));
        };
    }

    /** The key of a problem's words; empty for none. */
    private static String key(String problem) {
        return problem.isEmpty() ? "" : "trustlist.refused." + problem.split(" ", 2)[0];
    }

    private static String detail(String problem) {
        int space = problem.indexOf(' ');
        return space < 0 ? "" : problem.substring(space + 1);
    }
}
