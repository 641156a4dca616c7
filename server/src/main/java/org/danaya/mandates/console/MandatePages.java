package org.danaya.mandates.console;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.mandates.MandateKind;
import org.danaya.mandates.MandateSearch;
import org.danaya.mandates.Mandates;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.table.Cell;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.ShortCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The register of mandates, and one of them. */
@Controller
class MandatePages {

    static final String PATH = "/console/mandates";

    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final Field<MandateSearch.Standing> STATE =
            Field.choice("state", MandateSearch.Standing.class, "mandates.state").optional();
    private static final Field<String> STRUCTURE = Field.text("structure", 100).optional();
    private static final Field<Power> POWER =
            Field.choice("power", Power.class, "mandates.power").optional();
    private static final Field<MandateKind> KIND =
            Field.choice("kind", MandateKind.class, "mandates.kind").optional();
    private static final Field<String> ENDING =
            Field.choice(
                            "ending",
                            List.of(
                                    Option.worded("7", "mandates.ending.7"),
                                    Option.worded("30", "mandates.ending.30"),
                                    Option.worded("90", "mandates.ending.90"),
                                    Option.worded("365", "mandates.ending.365")))
                    .optional();

    private final Mandates mandates;
    private final Structures structures;
    private final Within within;
    private final MandateSheets sheets;
    private final Table<MandateSearch.Found> table =
            Table.of(
                            "mandates.register",
                            List.of(
                                    Column.<MandateSearch.Found>link(
                                                    "number",
                                                    each -> "M-" + each.head().number(),
                                                    each -> PATH + "/" + each.head().id())
                                            .sortedBy(MandateSearch.BY_NUMBER),
                                    Column.<MandateSearch.Found>text(
                                            "holder", each -> each.head().names().holder()),
                                    Column.<MandateSearch.Found>text(
                                            "function", each -> each.head().names().function()),
                                    Column.<MandateSearch.Found>text(
                                            "structure", each -> each.head().names().brief()),
                                    Column.<MandateSearch.Found>words(
                                            "kind",
                                            each ->
                                                    "mandates.kind."
                                                            + each.head().terms().kind().code()),
                                    Column.<MandateSearch.Found>tag(
                                            "state", each -> Shown.tag(each.state())),
                                    Column.<MandateSearch.Found>date(
                                                    "last", each -> each.ends().minusDays(1))
                                            .sortedBy(MandateSearch.BY_END),
                                    new Column<MandateSearch.Found>(
                                            "code",
                                            each ->
                                                    new Cell.Code(
                                                            ShortCode.ofData(each.head().code())
                                                                    .toString()),
                                            null)))
                    .filteredBy(TEXT, STATE, STRUCTURE, POWER, KIND, ENDING);

    MandatePages(Mandates mandates, Structures structures, Within within, MandateSheets sheets) {
        this.mandates = mandates;
        this.structures = structures;
        this.within = within;
        this.sheets = sheets;
    }

    @Needs(Right.READ_MANDATES)
    @GetMapping(PATH)
    Answer list(Query query) {
        Table.Asked asked = table.asked(query);
        Form filters = asked.filters();
        Optional<Structure> structure = filters.find(STRUCTURE).flatMap(structures::meant);
        boolean nowhere = filters.find(STRUCTURE).isPresent() && structure.isEmpty();
        Reach reach =
                nowhere
                        ? new Reach.Structures(java.util.Set.of())
                        : Within.reach(Right.READ_MANDATES);
        MandateSearch search =
                new MandateSearch(
                        filters.find(TEXT).orElse(""),
                        filters.find(STATE),
                        structure.map(Structure::id),
                        filters.find(POWER),
                        filters.find(KIND),
                        filters.find(ENDING).map(Integer::valueOf),
                        Optional.<UUID>empty(),
                        reach);
        if (asked.away()) {
            return table.download(
                    asked,
                    "mandates",
                    mandates.register()
                            .list(search, asked.orderBy(), asked.offset(), asked.limit()));
        }
        MandateSearch.Page found =
                mandates.register().page(search, asked.orderBy(), asked.offset(), asked.limit());
        return Page.of(
                "mandates/list",
                new Shown.Listed(
                        table.show(asked, found.rows(), found.total()),
                        found.total() == MandateSearch.MOST_COUNTED,
                        mandates.offices().count(reach, "proposed", Optional.empty())));
    }

    @Needs(Right.READ_MANDATES)
    @GetMapping(PATH + Within.ID)
    Answer one(@PathVariable String id) {
        return Page.of("mandates/one", sheets.inConsole(within.mandate(id, Right.READ_MANDATES)));
    }
}
