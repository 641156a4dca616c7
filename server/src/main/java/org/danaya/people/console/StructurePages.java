package org.danaya.people.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.people.Existence;
import org.danaya.people.Incumbencies;
import org.danaya.people.Lineages;
import org.danaya.people.Position;
import org.danaya.people.Positions;
import org.danaya.people.Structure;
import org.danaya.people.StructureDetails;
import org.danaya.people.StructureKind;
import org.danaya.people.Structures;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.files.StructureFile;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The structures: the list, the tree, one of them, the file. */
@Controller
class StructurePages {

    static final String PATH = "/console/structures";

    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final Field<String> KIND =
            Field.choice(
                            "kind",
                            Arrays.stream(StructureKind.values())
                                    .map(
                                            kind ->
                                                    Option.worded(
                                                            kind.code(),
                                                            "people.kind." + kind.code()))
                                    .toList())
                    .optional();
    private static final Field<String> STATE =
            Field.choice(
                            "state",
                            List.of(
                                    Option.worded("active", "people.existence.active"),
                                    Option.worded("planned", "people.existence.planned"),
                                    Option.worded("ended", "people.existence.ended")))
                    .optional();

    private final Structures structures;
    private final Lineages lineages;
    private final Positions positions;
    private final Incumbencies incumbencies;
    private final Clock clock;
    private final Table<Structure> table;

    StructurePages(
            Structures structures,
            Lineages lineages,
            Positions positions,
            Incumbencies incumbencies,
            Clock clock) {
        this.structures = structures;
        this.lineages = lineages;
        this.positions = positions;
        this.incumbencies = incumbencies;
        this.clock = clock;
        this.table =
                Table.of(
                                "people.structures",
                                List.of(
                                        Column.<Structure>link(
                                                        "name",
                                                        one -> one.details().nameFr(),
                                                        StructurePages::path)
                                                .sortedBy("name_fr"),
                                        Column.<Structure>text(
                                                        "acronym",
                                                        one -> orEmpty(one.details().acronym()))
                                                .sortedBy("acronym"),
                                        Column.<Structure>code("identifier", Structure::identifier)
                                                .sortedBy("identifier"),
                                        Column.<Structure>words("kind", StructurePages::kindKey)
                                                .sortedBy("kind"),
                                        Column.<Structure>tag("state", this::state)))
                        .filteredBy(TEXT, KIND, STATE)
                        .startingWith("name");
    }

    @Needs(Right.READ_STRUCTURES)
    @GetMapping(PATH)
    Answer list(Query query) {
        Table.Asked asked = table.asked(query);
        Structures.Query wanted =
                new Structures.Query(
                        asked.filters().find(TEXT).orElse(""),
                        asked.filters().find(KIND).flatMap(StructurePages::kind),
                        asked.filters().find(STATE));
        List<Structure> rows =
                structures.page(wanted, asked.orderBy(), asked.offset(), asked.limit());
        return asked.away()
                ? table.download(asked, "structures", rows)
                : Page.of(
                        "people/structures",
                        new Shown.Structures(
                                table.show(asked, rows, structures.count(wanted)),
                                !rows.isEmpty() || structures.count(Structures.Query.ALL) > 0));
    }

    @Needs(Right.READ_STRUCTURES)
    @GetMapping(PATH + "/file")
    Answer file() {
        List<StructureDraft> all =
                structures.list(Structures.Query.ALL, "", Table.MOST_EXPORTED).stream()
                        .map(structures::draft)
                        .toList();
        return new Download(
                "structures.csv",
                "text/csv;charset=utf-8",
                (_, out) -> StructureFile.write(all, out));
    }

    @Needs(Right.READ_STRUCTURES)
    @GetMapping(PATH + "/{id}")
    Answer one(@PathVariable UUID id) {
        Structure structure = structures.get(id);
        LocalDate today = LocalDate.now(clock);
        return Page.of(
                "people/structure",
                new Shown.One(
                        structure,
                        state(structure),
                        structures.ancestors(structure).reversed(),
                        structures.children(id).stream()
                                .map(child -> new Shown.Branch(child, state(child), List.of(), 0))
                                .toList(),
                        positions.of(id).stream().map(each -> seat(each, today)).toList(),
                        lineages.of(id),
                        structures.history(id),
                        Rights.current().hold(Right.MANAGE_STRUCTURES, id)));
    }

    static List<Above> trail() {
        return List.of(Above.words("section.structures", PATH));
    }

    static List<Above> trail(Structure structure) {
        return List.of(
                Above.words("section.structures", PATH),
                Above.name(structure.details().nameFr(), path(structure)));
    }

    static String path(Structure structure) {
        return PATH + "/" + structure.id();
    }

    static Optional<StructureKind> kind(String code) {
        return Arrays.stream(StructureKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }

    private Shown.Seat seat(Position position, LocalDate today) {
        return new Shown.Seat(
                position,
                incumbencies.holder(position.id(), today),
                incumbencies.actingHolder(position.id(), today));
    }

    private Tag state(Structure structure) {
        return state(structure.details(), LocalDate.now(clock));
    }

    static Tag state(StructureDetails details, LocalDate today) {
        return switch (details.on(today)) {
            case Existence.Planned _ -> new Tag("people.existence.planned", Tone.INFO);
            case Existence.Active _ -> new Tag("people.existence.active", Tone.SUCCESS);
            case Existence.Ended _ -> new Tag("people.existence.ended", Tone.NEUTRAL);
        };
    }

    private static String kindKey(Structure structure) {
        return "people.kind." + structure.details().kind().code();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
