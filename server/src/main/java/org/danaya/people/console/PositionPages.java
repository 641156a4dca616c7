package org.danaya.people.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.people.Position;
import org.danaya.people.PositionOutcome;
import org.danaya.people.Positions;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.people.draft.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The positions of a structure. */
@Controller
class PositionPages {

    static final String PATH = "/console/positions";

    private static final int REFUSED = 422;
    private static final int CONFLICT = 409;
    private static final Field<String> VERSION = Field.text("version", 9).hidden();

    private final Structures structures;
    private final Positions positions;
    private final Incumbencies incumbencies;
    private final Clock clock;

    PositionPages(
            Structures structures, Positions positions, Incumbencies incumbencies, Clock clock) {
        this.structures = structures;
        this.positions = positions;
        this.incumbencies = incumbencies;
        this.clock = clock;
    }

    @Needs(Right.READ_STRUCTURES)
    @GetMapping(PATH + "/{id}")
    Answer one(@PathVariable UUID id) {
        Position position = positions.get(id);
        LocalDate today = LocalDate.now(clock);
        return Page.of(
                "people/position",
                new Shown.OnePosition(
                        position,
                        structures.get(position.structure()),
                        position.endedOn(today),
                        incumbencies.of(id).stream().map(each -> held(each, today)).toList(),
                        Rights.current().hold(Right.MANAGE_STRUCTURES, position.structure())));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @GetMapping(StructurePages.PATH + "/{id}/positions/new")
    Answer blank(@PathVariable UUID id) {
        return Page.of("people/ask", creating(managed(id), form(false)));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(StructurePages.PATH + "/{id}/positions/new")
    Answer create(@PathVariable UUID id, Submission sent) {
        Structure structure = managed(id);
        Form form = form(false).read(sent);
        if (form.wrong()) {
            return Page.of("people/ask", creating(structure, form)).status(REFUSED);
        }
        return switch (positions.create(id, draft(sent))) {
            case PositionOutcome.Recorded(Position position) ->
                    Redirect.to(PATH + "/" + position.id())
                            .saying(Notice.done("people.position.created"));
            case PositionOutcome.Refused(List<Problem> problems) ->
                    Page.of("people/ask", creating(structure, Forms.refused(form, problems)))
                            .status(REFUSED);
            case PositionOutcome.Stale _ ->
                    throw new IllegalStateException("A creation changes nothing that exists");
        };
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @GetMapping(PATH + "/{id}/edit")
    Answer edit(@PathVariable UUID id) {
        Position position = positions.get(id);
        managed(position.structure());
        return Page.of("people/ask", changing(position, filled(position), null));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH + "/{id}/edit")
    Answer change(@PathVariable UUID id, Submission sent) {
        Position position = positions.get(id);
        managed(position.structure());
        Form form = form(true).read(sent);
        if (form.wrong()) {
            return Page.of("people/ask", changing(position, form, null)).status(REFUSED);
        }
        return switch (positions.change(id, Forms.version(sent), draft(sent))) {
            case PositionOutcome.Recorded(Position changed) ->
                    Redirect.to(PATH + "/" + changed.id())
                            .saying(Notice.done("people.position.changed"));
            case PositionOutcome.Refused(List<Problem> problems) ->
                    Page.of("people/ask", changing(position, Forms.refused(form, problems), null))
                            .status(REFUSED);
            case PositionOutcome.Stale(Position current) ->
                    Page.of(
                                    "people/ask",
                                    changing(
                                            current,
                                            form.with(VERSION, "" + current.version()),
                                            current))
                            .status(CONFLICT);
        };
    }

    static Shown.Held held(Incumbency incumbency, LocalDate today) {
        return new Shown.Held(incumbency, state(incumbency, today));
    }

    static List<Above> trail(Structure structure, Position position) {
        return List.of(
                Above.words("section.structures", StructurePages.PATH),
                Above.name(structure.details().nameFr(), StructurePages.path(structure)),
                Above.name(position.titleFr(), PATH + "/" + position.id()));
    }

    private static Tag state(Incumbency incumbency, LocalDate today) {
        if (incumbency.endedOn(today)) {
            return new Tag("people.held.over", Tone.NEUTRAL);
        }
        if (!incumbency.holds(today)) {
            return new Tag("people.held.ahead", Tone.INFO);
        }
        return incumbency.acting()
                ? new Tag("people.held.acting", Tone.WARNING)
                : new Tag("people.held.now", Tone.SUCCESS);
    }

    private Structure managed(UUID structure) {
        Rights.current().need(Right.MANAGE_STRUCTURES, structure);
        return structures.get(structure);
    }

    private static Asking creating(Structure structure, Form form) {
        return new Asking(
                "people.position.new",
                structure.details().nameFr(),
                "people.position.new.intro",
                StructurePages.trail(structure),
                List.of(),
                form,
                StructurePages.path(structure) + "/positions/new",
                "people.save",
                StructurePages.path(structure));
    }

    private Asking changing(Position position, Form form, @Nullable Position current) {
        return new Asking(
                "people.position.edit",
                position.titleFr(),
                "",
                trail(structures.get(position.structure()), position),
                current == null ? List.of() : changes(form, current),
                form,
                PATH + "/" + position.id() + "/edit",
                "people.save",
                PATH + "/" + position.id());
    }

    /** What somebody else recorded, beside what was typed here. */
    private static List<Asking.Change> changes(Form form, Position current) {
        Form now = filled(current);
        return form.inputs().stream()
                .filter(input -> !input.name().equals("version"))
                .filter(input -> !input.value().equals(now.input(input.name()).value()))
                .map(
                        input ->
                                new Asking.Change(
                                        input.label(),
                                        input.value(),
                                        now.input(input.name()).value()))
                .toList();
    }

    private static Form form(boolean existing) {
        List<Field<?>> fields =
                List.of(
                        Field.text("title-fr", 300),
                        Field.text("title-fr-feminine", 300).optional(),
                        Field.text("title-en", 300).optional(),
                        Field.text("basis-act", 500).optional(),
                        Field.date("from").optional());
        return Form.of(
                Forms.WORDS,
                existing ? Stream.concat(Stream.of(VERSION), fields.stream()).toList() : fields);
    }

    private static Form filled(Position position) {
        return Forms.filled(
                form(true),
                Map.of(
                        "version", Integer.toString(position.version()),
                        "title-fr", position.titleFr(),
                        "title-fr-feminine", orEmpty(position.titleFrFeminine()),
                        "title-en", orEmpty(position.titleEn()),
                        "basis-act", orEmpty(position.basisAct()),
                        "from", position.from() == null ? "" : position.from().toString()));
    }

    private static Positions.Draft draft(Submission sent) {
        return new Positions.Draft(
                Forms.typed(sent, "title-fr"),
                Forms.typed(sent, "title-fr-feminine"),
                Forms.typed(sent, "title-en"),
                Forms.typed(sent, "basis-act"),
                Forms.typed(sent, "from"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
