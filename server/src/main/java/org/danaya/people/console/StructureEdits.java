package org.danaya.people.console;

import static org.danaya.people.console.StructurePages.PATH;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.PeopleFault;
import org.danaya.people.Structure;
import org.danaya.people.StructureOutcome;
import org.danaya.people.Structures;
import org.danaya.people.draft.Difference;
import org.danaya.people.draft.Problem;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.danaya.table.Cell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Creating and changing a structure: a form, a check of the answers, the act. */
@Controller
class StructureEdits {

    private static final int REFUSED = 422;
    private static final int CONFLICT = 409;

    private final Structures structures;
    private final StructureForm forms;
    private final Clock clock;

    StructureEdits(Structures structures, Clock clock) {
        this.structures = structures;
        this.forms = new StructureForm(structures);
        this.clock = clock;
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @GetMapping(PATH + "/new")
    Answer blank() {
        return Page.of("people/ask", creating(forms.create()));
    }

    /** What was typed, back in the form. */
    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH + "/new/back")
    Answer blankAgain(Submission sent) {
        return Page.of("people/ask", creating(forms.create().read(sent)));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH + "/new")
    Answer check(Submission sent) {
        StructureDraft draft = StructureForm.draft(sent);
        Form form = Forms.refused(forms.create().read(sent), structures.check(draft));
        if (form.wrong()) {
            return Page.of("people/ask", creating(form)).status(REFUSED);
        }
        return Page.of(
                "people/confirm",
                new Asking.Confirming(
                        "people.new.check",
                        "",
                        StructurePages.trail(),
                        forms.answers(draft),
                        List.of(),
                        Forms.hidden(sent, StructureForm.names()),
                        PATH,
                        "people.new.save",
                        PATH + "/new/back",
                        false));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH)
    Answer create(Submission sent) {
        StructureDraft draft = StructureForm.draft(sent);
        within(draft);
        return switch (structures.create(draft)) {
            case StructureOutcome.Recorded(Structure created) ->
                    Redirect.to(StructurePages.path(created))
                            .saying(Notice.done("people.created", created.details().nameFr()));
            case StructureOutcome.Refused(List<Problem> problems) ->
                    Page.of(
                                    "people/ask",
                                    creating(Forms.refused(forms.create().read(sent), problems)))
                            .status(REFUSED);
            case StructureOutcome.Unchanged _, StructureOutcome.Stale _ ->
                    throw new IllegalStateException("A creation changes nothing that exists");
        };
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @GetMapping(PATH + "/{id}/edit")
    Answer edit(@PathVariable UUID id) {
        Structure structure = managed(id);
        Form form =
                forms.change(
                        structure,
                        structure.version(),
                        structures.draft(structure),
                        StructureForm.CHANGE,
                        LocalDate.now(clock).toString());
        return Page.of("people/ask", changing(structure, form, List.of()));
    }

    /** What was typed, back in the form. */
    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH + "/{id}/edit/back")
    Answer editAgain(@PathVariable UUID id, Submission sent) {
        Structure structure = managed(id);
        return Page.of(
                "people/ask",
                changing(structure, typed(structure, sent, Forms.version(sent)), List.of()));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH + "/{id}/edit")
    Answer checkEdit(@PathVariable UUID id, Submission sent) {
        Structure structure = managed(id);
        StructureDraft draft = StructureForm.draft(sent);
        if (moves(structure, draft)) {
            within(draft);
        }
        Form form = typed(structure, sent, Forms.version(sent));
        List<Problem> problems = structures.checkChange(id, draft, effective(sent));
        form = Forms.refused(form, problems);
        if (effectiveIsMissing(sent)) {
            form = refuseEffective(form);
        }
        if (form.wrong()) {
            return Page.of("people/ask", changing(structure, form, List.of())).status(REFUSED);
        }
        List<Asking.Answer> answers = new ArrayList<>();
        for (Difference difference : structures.differences(structure, draft)) {
            StructureField field = field(difference.field());
            answers.add(
                    new Asking.Answer(
                            Forms.WORDS + "." + difference.field(),
                            forms.cell(field, difference.after())));
        }
        boolean correction = effective(sent).isEmpty();
        if (!correction) {
            answers.add(
                    new Asking.Answer(
                            Forms.WORDS + ".effective",
                            new Cell.Day(LocalDate.parse(effective(sent)))));
        }
        return Page.of(
                "people/confirm",
                new Asking.Confirming(
                        "people.edit.check",
                        structure.details().nameFr(),
                        StructurePages.trail(structure),
                        answers,
                        List.of(
                                Map.entry(
                                        correction ? "people.edit.corrects" : "people.edit.changes",
                                        List.of())),
                        Forms.hidden(sent, StructureForm.names()),
                        StructurePages.path(structure) + "/edit/save",
                        "people.edit.save",
                        StructurePages.path(structure) + "/edit/back",
                        false));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH + "/{id}/edit/save")
    Answer change(@PathVariable UUID id, Submission sent) {
        Structure structure = managed(id);
        StructureDraft draft = StructureForm.draft(sent);
        if (moves(structure, draft)) {
            within(draft);
        }
        return switch (structures.change(id, Forms.version(sent), draft, effective(sent))) {
            case StructureOutcome.Recorded(Structure changed) ->
                    Redirect.to(StructurePages.path(changed))
                            .saying(Notice.done("people.changed", changed.details().nameFr()));
            case StructureOutcome.Unchanged(Structure same) ->
                    Redirect.to(StructurePages.path(same))
                            .saying(Notice.info("people.unchanged", same.details().nameFr()));
            case StructureOutcome.Refused(List<Problem> problems) ->
                    Page.of(
                                    "people/ask",
                                    changing(
                                            structure,
                                            Forms.refused(
                                                    typed(structure, sent, Forms.version(sent)),
                                                    problems),
                                            List.of()))
                            .status(REFUSED);
            case StructureOutcome.Stale(Structure current, List<Difference> changes) ->
                    Page.of(
                                    "people/ask",
                                    changing(
                                            current,
                                            typed(current, sent, current.version()),
                                            changes))
                            .status(CONFLICT);
        };
    }

    private Structure managed(UUID id) {
        Rights.current().need(Right.MANAGE_STRUCTURES, id);
        return structures.get(id);
    }

    private boolean moves(Structure structure, StructureDraft draft) {
        return structures.differences(structure, draft).stream()
                .anyMatch(each -> each.field().equals(StructureField.PARENT.code()));
    }

    /** A structure lies under one that the person may manage, or the person may all. */
    private void within(StructureDraft draft) {
        structures
                .find(draft.get(StructureField.PARENT))
                .ifPresentOrElse(
                        parent -> Rights.current().need(Right.MANAGE_STRUCTURES, parent.id()),
                        () -> Rights.current().needEverywhere(Right.MANAGE_STRUCTURES));
    }

    private Asking creating(Form form) {
        return new Asking(
                "people.new",
                "",
                "",
                StructurePages.trail(),
                List.of(),
                form,
                PATH + "/new",
                "people.continue",
                PATH);
    }

    private Asking changing(Structure structure, Form form, List<Difference> changes) {
        return Asking.about(structure, "edit", form, changes, "people.continue");
    }

    /** The form as it was typed; it goes on from the version that it began from. */
    private Form typed(Structure structure, Submission sent, int version) {
        return forms.change(
                structure,
                version,
                StructureForm.draft(sent).over(structures.draft(structure)),
                Forms.typed(sent, "mode"),
                Forms.typed(sent, "effective"));
    }

    private static String effective(Submission sent) {
        return Forms.typed(sent, "mode").equals(StructureForm.CORRECTION)
                ? ""
                : Forms.typed(sent, "effective");
    }

    private static boolean effectiveIsMissing(Submission sent) {
        return Forms.typed(sent, "mode").equals(StructureForm.CHANGE)
                && Forms.typed(sent, "effective").isBlank();
    }

    private static Form refuseEffective(Form form) {
        return Forms.refused(form, List.of(Problem.of("effective", PeopleFault.VALUE_MISSING)));
    }

    private static StructureField field(String code) {
        return Arrays.stream(StructureField.values())
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
