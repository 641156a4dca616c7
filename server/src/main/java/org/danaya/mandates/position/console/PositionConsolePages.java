package org.danaya.mandates.position.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.mandates.position.OfficialPosition;
import org.danaya.mandates.position.OfficialPositions;
import org.danaya.mandates.position.PositionKind;
import org.danaya.mandates.position.PositionRegister.Known;
import org.danaya.mandates.position.PositionSearch;
import org.danaya.mandates.position.PositionSearch.Found;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Deed;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.table.Cell;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The register of official positions, and one of them. */
@Controller
class PositionConsolePages {

    static final String PATH = "/console/official-positions";
    static final Above HOME = Above.words("section.positions", PATH);

    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final Field<PositionSearch.Standing> STATE =
            Field.choice("state", PositionSearch.Standing.class, "positions.state").optional();
    private static final Field<String> STRUCTURE = Field.text("structure", 100).optional();
    private static final Field<PositionKind> KIND =
            Field.choice("kind", PositionKind.class, "positions.kind").optional();

    private final OfficialPositions positions;
    private final Structures structures;
    private final PositionDesk desk;
    private final Table<Found> table =
            Table.of(
                            "positions.register",
                            List.of(
                                    Column.<Found>link(
                                                    "number",
                                                    Found::name,
                                                    each -> PATH + "/" + each.head().id())
                                            .sortedBy(PositionSearch.BY_NUMBER),
                                    Column.<Found>text(
                                            "subject",
                                            each -> each.head().terms().french().subject()),
                                    Column.<Found>text(
                                            "structure", each -> each.head().names().brief()),
                                    Column.<Found>words(
                                            "kind",
                                            each ->
                                                    "positions.kind."
                                                            + each.head().terms().kind().code()),
                                    Column.<Found>words(
                                            "audience",
                                            each ->
                                                    each.head().terms().audience().isPublic()
                                                            ? "positions.everybody"
                                                            : "positions.some"),
                                    Column.<Found>tag("state", each -> Sheets.tag(each.state())),
                                    new Column<Found>(
                                                    "since",
                                                    each ->
                                                            new Cell.Time(
                                                                    each.inForceAt()
                                                                            .orElse(
                                                                                    each.head()
                                                                                            .draftedAt())),
                                                    null)
                                            .sortedBy(PositionSearch.BY_TIME)))
                    .filteredBy(TEXT, STATE, STRUCTURE, KIND);

    PositionConsolePages(OfficialPositions positions, Structures structures, PositionDesk desk) {
        this.positions = positions;
        this.structures = structures;
        this.desk = desk;
    }

    @Needs(Right.READ_MANDATES)
    @GetMapping(PATH)
    Answer list(Query query) {
        Table.Asked asked = table.asked(query);
        Form filters = asked.filters();
        Optional<Structure> structure = filters.find(STRUCTURE).flatMap(structures::meant);
        boolean nowhere = filters.find(STRUCTURE).isPresent() && structure.isEmpty();
        PositionSearch search =
                new PositionSearch(
                        filters.find(TEXT).orElse(""),
                        filters.find(STATE),
                        filters.find(KIND),
                        structure.map(Structure::id),
                        Optional.empty(),
                        false,
                        nowhere
                                ? new Reach.Structures(Set.of())
                                : PositionDesk.reach(Right.READ_MANDATES));
        List<Found> rows =
                positions.register().list(search, asked.orderBy(), asked.offset(), asked.limit());
        if (asked.away()) {
            return table.download(asked, "positions", rows);
        }
        return Page.of(
                "positions/list",
                new Sheets.Listed(table.show(asked, rows, positions.register().count(search))));
    }

    @Needs(Right.READ_MANDATES)
    @GetMapping(PATH + PositionDesk.ID)
    Answer one(@PathVariable String id) {
        Known known = desk.position(id, Right.READ_MANDATES);
        return Page.of("positions/one", desk.one(known, deeds(known), HOME));
    }

    private List<Deed> deeds(Known known) {
        OfficialPosition.Head head = known.head();
        UUID structure = head.terms().structure();
        boolean drafts = Rights.current().hold(Right.DRAFT_MANDATES, structure);
        boolean revokes = Rights.current().hold(Right.REVOKE_MANDATES, structure);
        List<Deed> deeds = new ArrayList<>();
        switch (known.position()) {
            case OfficialPosition.Draft _ -> {
                deeds.add(approval(head));
                if (drafts) {
                    deeds.add(deed(head, "edit", false, ""));
                    deeds.add(deed(head, "withdraw", true, ""));
                }
            }
            case OfficialPosition.Validated _ -> {
                deeds.add(
                        positions.decisions().voice(Actor.self(), head).isPresent()
                                ? new Deed(
                                        "positions.deed.sign",
                                        OwnPositionPages.PATH + "/" + head.id() + "/sign",
                                        true,
                                        false,
                                        "")
                                : deed(head, "sign", false, "positions.why.speaker"));
                if (drafts) {
                    deeds.add(deed(head, "withdraw", true, ""));
                }
            }
            case OfficialPosition.Embargoed _ -> {
                deeds.add(deed(head, "wait", false, "positions.why.wait"));
                if (revokes) {
                    deeds.add(deed(head, "withdraw", true, ""));
                }
            }
            case OfficialPosition.InForce _ -> {
                if (drafts) {
                    deeds.add(deed(head, "replace", false, ""));
                }
                deeds.add(deed(head, "withdraw", true, revokes ? "" : "positions.why.withdraws"));
            }
            case OfficialPosition.Replaced _, OfficialPosition.Withdrawn _ ->
                    deeds.add(deed(head, "over", false, "positions.why.over"));
        }
        return deeds;
    }

    private Deed approval(OfficialPosition.Head head) {
        if (!Rights.current().hold(Right.APPROVE_MANDATES, head.terms().structure())) {
            return deed(head, "approve", false, "positions.why.validates");
        }
        return positions.decisions().wrote(Actor.self(), head)
                ? deed(head, "approve", false, "positions.why.own")
                : new Deed(
                        "positions.deed.approve",
                        PATH + "/" + head.id() + "/approve",
                        true,
                        false,
                        "");
    }

    private static Deed deed(OfficialPosition.Head head, String what, boolean danger, String why) {
        return new Deed(
                "positions.deed." + what, PATH + "/" + head.id() + "/" + what, false, danger, why);
    }
}
