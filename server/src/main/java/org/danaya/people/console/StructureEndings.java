package org.danaya.people.console;

import static org.danaya.people.console.StructurePages.PATH;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.Lineage;
import org.danaya.people.Lineages;
import org.danaya.people.Position;
import org.danaya.people.Structure;
import org.danaya.people.StructureOutcome;
import org.danaya.people.Structures;
import org.danaya.people.draft.Difference;
import org.danaya.people.draft.Problem;
import org.danaya.people.draft.StructureField;
import org.danaya.table.Cell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Ending a structure, and telling which others it comes from. */
@Controller
class StructureEndings {

    private static final int REFUSED = 422;
    private static final int CONFLICT = 409;
    private static final Field<String> VERSION = Field.text("version", 9).hidden();

    private final Structures structures;
    private final Lineages lineages;
    private final StructureForm forms;

    StructureEndings(Structures structures, Lineages lineages) {
        this.structures = structures;
        this.lineages = lineages;
        this.forms = new StructureForm(structures);
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @GetMapping(PATH + "/{id}/end")
    Answer end(@PathVariable UUID id) {
        Structure structure = managed(id);
        return Page.of("people/ask", ending(structure, endForm(structure)));
    }

    /** What was typed, back in the form. */
    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH + "/{id}/end/back")
    Answer endAgain(@PathVariable UUID id, Submission sent) {
        Structure structure = managed(id);
        return Page.of("people/ask", ending(structure, endForm(structure).read(sent)));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH + "/{id}/end")
    Answer checkEnd(@PathVariable UUID id, Submission sent) {
        Structure structure = managed(id);
        Form form =
                Forms.refused(endForm(structure).read(sent), structures.checkEnd(id, ending(sent)));
        if (form.wrong()) {
            return Page.of("people/ask", ending(structure, form)).status(REFUSED);
        }
        LocalDate day = form.get(Field.date("until"));
        return Page.of(
                "people/confirm",
                new Asking.Confirming(
                        "people.end.check",
                        structure.details().nameFr(),
                        StructurePages.trail(structure),
                        List.of(
                                new Asking.Answer(Forms.WORDS + ".until", new Cell.Day(day)),
                                new Asking.Answer(
                                        Forms.WORDS + ".ending-act",
                                        Forms.cell(Forms.typed(sent, "ending-act"))),
                                new Asking.Answer(
                                        Forms.WORDS + ".heir",
                                        forms.cell(
                                                StructureField.PARENT, Forms.typed(sent, "heir")))),
                        warnings(structures.hanging(id, day)),
                        Forms.hidden(sent, List.of("version", "until", "ending-act", "heir")),
                        StructurePages.path(structure) + "/end/save",
                        "people.end.save",
                        StructurePages.path(structure) + "/end/back",
                        true));
    }

    @Needs(value = Right.MANAGE_STRUCTURES, freshly = true)
    @PostMapping(PATH + "/{id}/end/save")
    Answer ended(@PathVariable UUID id, Submission sent) {
        Structure structure = managed(id);
        structures
                .find(Forms.typed(sent, "heir"))
                .ifPresent(heir -> Rights.current().need(Right.MANAGE_STRUCTURES, heir.id()));
        return switch (structures.end(id, Forms.version(sent), ending(sent))) {
            case StructureOutcome.Recorded(Structure ended) ->
                    Redirect.to(StructurePages.path(ended))
                            .saying(Notice.done("people.ended", ended.details().nameFr()));
            case StructureOutcome.Refused(List<Problem> problems) ->
                    Page.of(
                                    "people/ask",
                                    ending(
                                            structure,
                                            Forms.refused(endForm(structure).read(sent), problems)))
                            .status(REFUSED);
            case StructureOutcome.Stale(Structure current, List<Difference> changes) ->
                    Page.of("people/ask", ending(current, endAnew(current, sent), changes))
                            .status(CONFLICT);
            case StructureOutcome.Unchanged _ ->
                    throw new IllegalStateException("An end changes a structure");
        };
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @GetMapping(PATH + "/{id}/lineage")
    Answer lineage(@PathVariable UUID id) {
        return Page.of("people/ask", descending(managed(id), lineageForm()));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH + "/{id}/lineage")
    Answer recordLineage(@PathVariable UUID id, Submission sent) {
        Structure structure = managed(id);
        Form form = lineageForm().read(sent);
        if (form.wrong()) {
            return Page.of("people/ask", descending(structure, form)).status(REFUSED);
        }
        lineages.predecessor(Forms.typed(sent, "predecessor")).ifPresent(StructureEndings::reached);
        return switch (lineages.record(
                id,
                Forms.typed(sent, "predecessor"),
                Forms.typed(sent, "lineage"),
                Forms.typed(sent, "on"),
                Forms.typed(sent, "act"))) {
            case StructureOutcome.Refused(List<Problem> problems) ->
                    Page.of("people/ask", descending(structure, Forms.refused(form, problems)))
                            .status(REFUSED);
            case StructureOutcome.Recorded _,
                    StructureOutcome.Unchanged _,
                    StructureOutcome.Stale _ ->
                    Redirect.to(StructurePages.path(structure))
                            .saying(Notice.done("people.lineage.recorded"));
        };
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH + "/{id}/lineage/{line}/withdraw")
    Answer withdrawLineage(@PathVariable UUID id, @PathVariable UUID line) {
        Structure structure = managed(id);
        lineages.of(id).stream()
                .filter(each -> each.id().equals(line))
                .forEach(
                        each -> {
                            reached(each.predecessor());
                            reached(each.successor());
                        });
        lineages.withdraw(id, line);
        return Redirect.to(StructurePages.path(structure))
                .saying(Notice.done("people.lineage.withdrawn"));
    }

    /** What a line says of a structure is for who may manage that structure too. */
    private static void reached(Structure structure) {
        Rights.current().need(Right.MANAGE_STRUCTURES, structure.id());
    }

    private Structure managed(UUID id) {
        Rights.current().need(Right.MANAGE_STRUCTURES, id);
        return structures.get(id);
    }

    private Asking ending(Structure structure, Form form) {
        return ending(structure, form, List.of());
    }

    private Asking ending(Structure structure, Form form, List<Difference> changes) {
        return Asking.about(structure, "end", form, changes, "people.continue");
    }

    private Asking descending(Structure structure, Form form) {
        return Asking.about(structure, "lineage", form, List.of(), "people.lineage.save");
    }

    private Form endForm(Structure structure) {
        return Form.of(
                        Forms.WORDS,
                        VERSION,
                        Field.date("until"),
                        Field.text("ending-act", 500),
                        forms.structure("heir").optional())
                .with(VERSION, Integer.toString(structure.version()));
    }

    /** What was typed, going on from what is recorded now. */
    private Form endAnew(Structure current, Submission sent) {
        return endForm(current).read(sent).with(VERSION, Integer.toString(current.version()));
    }

    private Form lineageForm() {
        List<Option> kinds =
                Arrays.stream(Lineage.Kind.values())
                        .map(kind -> Option.worded(kind.code(), "people.lineage." + kind.code()))
                        .toList();
        return Form.of(
                Forms.WORDS,
                Field.choice("lineage", kinds).radios(),
                Field.text("predecessor", 300),
                Field.date("on").optional(),
                Field.text("act", 500).optional());
    }

    private static Structures.Ending ending(Submission sent) {
        return new Structures.Ending(
                Forms.typed(sent, "until"),
                Forms.typed(sent, "ending-act"),
                Forms.typed(sent, "heir"));
    }

    private static List<Map.Entry<String, List<String>>> warnings(Structures.Hanging hanging) {
        List<Map.Entry<String, List<String>>> warnings = new ArrayList<>();
        warnings.add(Map.entry("people.end.final", List.of()));
        if (!hanging.children().isEmpty()) {
            warnings.add(
                    Map.entry(
                            "people.end.children",
                            hanging.children().stream()
                                    .map(child -> child.details().nameFr())
                                    .toList()));
        }
        if (!hanging.positions().isEmpty()) {
            warnings.add(
                    Map.entry(
                            "people.end.positions",
                            hanging.positions().stream().map(Position::titleFr).toList()));
        }
        if (!hanging.incumbencies().isEmpty()) {
            warnings.add(
                    Map.entry(
                            "people.end.incumbencies",
                            hanging.incumbencies().stream()
                                    .map(incumbency -> incumbency.person().name())
                                    .toList()));
        }
        return warnings;
    }
}
