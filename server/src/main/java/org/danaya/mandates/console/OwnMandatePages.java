package org.danaya.mandates.console;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.danaya.base.Reach;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateSearch;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Office;
import org.danaya.mandates.Worth;
import org.danaya.page.Answer;
import org.danaya.page.Language;
import org.danaya.page.Page;
import org.danaya.page.SignedIn;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.people.Positions;
import org.danaya.people.Structures;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a person holds, and what waits for their signature. */
@Controller
class OwnMandatePages {

    static final String PATH = "/account/mandates";

    private final Mandates mandates;
    private final Within within;
    private final MandateSheets sheets;
    private final Positions positions;
    private final Structures structures;

    OwnMandatePages(
            Mandates mandates,
            Within within,
            MandateSheets sheets,
            Positions positions,
            Structures structures) {
        this.mandates = mandates;
        this.within = within;
        this.sheets = sheets;
        this.positions = positions;
        this.structures = structures;
    }

    @SignedIn
    @GetMapping(PATH)
    Answer own() {
        UUID person = within.person();
        List<Office> offices = within.ownOffices();
        List<Shown.Held> now = new ArrayList<>();
        List<Shown.Held> before = new ArrayList<>();
        mandates.register()
                .list(MandateSearch.of(new Reach.Everywhere()).heldBy(person), "", 0, Within.LISTED)
                .forEach(
                        each -> {
                            Known known = mandates.register().get(each.head().id());
                            (isOver(known) ? before : now).add(held(known));
                        });
        return Page.of(
                "mandates/own",
                new Shown.Own(
                        mandates
                                .register()
                                .waiting(
                                        offices.stream().map(Office::id).toList(),
                                        person,
                                        Several.MOST)
                                .stream()
                                .filter(each -> !each.head().terms().person().equals(person))
                                .map(
                                        each ->
                                                new Shown.Waiting(
                                                        each.head().number(),
                                                        Shown.Other.of(each, PATH)))
                                .toList(),
                        offices.stream().map(this::office).toList(),
                        granted(offices, now),
                        now,
                        before));
    }

    @SignedIn
    @GetMapping(PATH + Within.ID)
    Answer one(@PathVariable String id) {
        return Page.of("mandates/one", sheets.ofOwn(within.own(id)));
    }

    /** Directly, by an office or under a mandate of their own. */
    private List<Shown.Other> granted(List<Office> offices, List<Shown.Held> held) {
        return Stream.concat(
                        offices.stream().map(each -> new Grantor.OfOffice(each.id())),
                        held.stream().map(each -> new Grantor.OfMandate(each.id())))
                .flatMap(
                        grantor ->
                                mandates.register().below(grantor, Within.LISTED).stream()
                                        .filter(
                                                each ->
                                                        each.head()
                                                                .terms()
                                                                .grantor()
                                                                .equals(grantor)))
                .filter(each -> !each.state().equals("draft") && !each.state().equals("approved"))
                .map(each -> Shown.Other.of(each, PATH))
                .limit(Within.LISTED)
                .toList();
    }

    private static boolean isOver(Known known) {
        return switch (known.mandate()) {
            case Mandate.Revoked _, Mandate.Replaced _, Mandate.Expired _, Mandate.Withdrawn _ ->
                    true;
            case Mandate.Draft _,
                    Mandate.Approved _,
                    Mandate.Signed _,
                    Mandate.InForce _,
                    Mandate.Suspended _ ->
                    false;
        };
    }

    private static Shown.Held held(Known known) {
        Mandate.Head head = known.head();
        Mandate.Held left = known.mandate().left();
        boolean held = known.mandate() instanceof Mandate.InForce;
        boolean stopped = held && known.worth().hold() != Worth.Hold.NONE;
        return new Shown.Held(
                head.id(),
                "M-" + head.number() + " " + head.names().function(),
                head.names().structure(),
                stopped
                        ? new Tag("mandates.state.stopped", Tone.WARNING)
                        : Shown.tag(known.mandate().code()),
                held ? known.worth().powers() : left.powers(),
                left.period().last(),
                held && Deeds.passes(known));
    }

    private Shown.OwnOffice office(Office office) {
        return new Shown.OwnOffice(
                positions.get(office.position()).title(Language.FRENCH),
                structures.get(office.structure()).name(Language.FRENCH),
                office.powers());
    }
}
