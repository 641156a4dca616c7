package org.danaya.people.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.PeopleFault;
import org.danaya.people.StructurePlan;
import org.danaya.people.draft.Problem;
import org.danaya.people.draft.StructureField;
import org.danaya.people.files.ImportOutcome;
import org.danaya.people.files.StructureImports;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Importing a file of structures: the file, what it would do, the confirmation. */
@Controller
class ImportPages {

    private static final String PATH = StructurePages.PATH + "/import";
    private static final int REFUSED = 422;
    private static final int CONFLICT = 409;
    private static final Field<Upload> FILE = Field.file("file", StructureImports.MOST_BYTES);
    private static final Field<String> MODE =
            Field.choice(
                            "mode",
                            List.of(
                                    Option.worded(StructureForm.CHANGE, "people.mode.change"),
                                    Option.worded(
                                            StructureForm.CORRECTION, "people.mode.correction")))
                    .radios();
    private static final Field<LocalDate> EFFECTIVE = Field.date("effective").optional();
    private static final Field<String> DIGEST = Field.text("digest", 64).hidden();

    private final StructureImports imports;
    private final Clock clock;

    ImportPages(StructureImports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @GetMapping(PATH)
    Answer blank() {
        Rights.current().needEverywhere(Right.MANAGE_STRUCTURES);
        return Page.of(
                "people/ask",
                asking(
                        form().with(MODE, StructureForm.CHANGE)
                                .with(EFFECTIVE, LocalDate.now(clock))));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH)
    Answer upload(Submission sent) {
        Rights.current().needEverywhere(Right.MANAGE_STRUCTURES);
        Form form = form().read(sent);
        Optional<LocalDate> effective = form.find(EFFECTIVE);
        boolean change = form.find(MODE).filter(StructureForm.CHANGE::equals).isPresent();
        if (change && effective.isEmpty()) {
            form = Forms.refused(form, List.of(Problem.of("effective", PeopleFault.VALUE_MISSING)));
        } else if (change && effective.get().isAfter(LocalDate.now(clock))) {
            form =
                    Forms.refused(
                            form, List.of(Problem.of("effective", PeopleFault.EFFECTIVE_AHEAD)));
        }
        if (form.wrong()) {
            return Page.of("people/ask", asking(form)).status(REFUSED);
        }
        return switch (imports.upload(form.get(FILE), change ? effective : Optional.empty())) {
            case ImportOutcome.Preview preview -> Redirect.to(PATH + "/" + preview.id());
            case ImportOutcome.Unreadable(Problem problem) ->
                    Page.of("people/ask", asking(refused(form, problem))).status(REFUSED);
            case ImportOutcome.Imported _,
                    ImportOutcome.Changed _,
                    ImportOutcome.AlreadyImported _ ->
                    throw new IllegalStateException("An upload imports nothing");
        };
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @GetMapping(PATH + "/{id}")
    Answer preview(@PathVariable UUID id) {
        Rights.current().needEverywhere(Right.MANAGE_STRUCTURES);
        return shown(imports.preview(id));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH + "/{id}")
    Answer confirm(@PathVariable UUID id, Submission sent) {
        Rights.current().needEverywhere(Right.MANAGE_STRUCTURES);
        return shown(imports.confirm(id, Forms.typed(sent, "digest")));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH + "/{id}/abandon")
    Answer abandon(@PathVariable UUID id) {
        Rights.current().needEverywhere(Right.MANAGE_STRUCTURES);
        imports.abandon(id);
        return Redirect.to(StructurePages.PATH).saying(Notice.info("people.import.abandoned"));
    }

    private Answer shown(ImportOutcome outcome) {
        return switch (outcome) {
            case ImportOutcome.Preview preview -> Page.of("people/import", model(preview, false));
            case ImportOutcome.Changed(ImportOutcome.Preview preview) ->
                    Page.of("people/import", model(preview, true)).status(CONFLICT);
            case ImportOutcome.Imported(StructurePlan plan) ->
                    Redirect.to(StructurePages.PATH)
                            .saying(
                                    Notice.done(
                                            "people.import.done",
                                            count(plan, StructurePlan.Created.class),
                                            count(plan, StructurePlan.Changed.class),
                                            count(plan, StructurePlan.Unchanged.class),
                                            count(plan, StructurePlan.Refused.class)));
            case ImportOutcome.AlreadyImported _ ->
                    Redirect.to(StructurePages.PATH)
                            .saying(Notice.warning("fault.people.import-done"));
            case ImportOutcome.Unreadable _ ->
                    throw new IllegalStateException("What is kept was readable");
        };
    }

    private static Shown.Import model(ImportOutcome.Preview preview, boolean changed) {
        List<Shown.Refused> refused = new ArrayList<>();
        for (StructurePlan.Refused line : preview.plan().of(StructurePlan.Refused.class)) {
            for (Problem problem : line.problems()) {
                refused.add(refused(line, problem));
            }
        }
        return new Shown.Import(
                preview.id(),
                preview.name(),
                preview.plan(),
                preview.ignored(),
                changed,
                refused,
                preview.plan().of(StructurePlan.Changed.class).stream()
                        .map(ImportPages::alteration)
                        .toList(),
                Form.of(Forms.WORDS, DIGEST).with(DIGEST, preview.plan().digest()));
    }

    private static Shown.Refused refused(StructurePlan.Refused line, Problem problem) {
        Optional<StructureField> field =
                Arrays.stream(StructureField.values())
                        .filter(each -> each.code().equals(problem.field()))
                        .findFirst();
        List<Object> facts = new ArrayList<>();
        facts.add(field.map(StructureField::column).orElse(""));
        problem.facts().forEach(fact -> facts.add(Forms.shown(fact)));
        return new Shown.Refused(
                line.number(),
                field.map(StructureField::column).orElse(""),
                "fault." + problem.code().code(),
                facts);
    }

    private static Shown.Alteration alteration(StructurePlan.Changed line) {
        return new Shown.Alteration(
                line.number(),
                line.before(),
                line.changes().stream()
                        .map(
                                each ->
                                        new Asking.Change(
                                                Forms.WORDS + "." + each.field(),
                                                each.before(),
                                                each.after()))
                        .toList());
    }

    private static Asking asking(Form form) {
        return new Asking(
                "people.import",
                "",
                "people.import.intro",
                StructurePages.trail(),
                List.of(),
                form,
                PATH,
                "people.import.preview",
                StructurePages.PATH);
    }

    private static Form form() {
        return Form.of(Forms.WORDS, FILE, MODE, EFFECTIVE);
    }

    private static Form refused(Form form, Problem problem) {
        Object[] facts = problem.facts().toArray();
        return form.refuse("fault." + problem.code().code(), facts);
    }

    private static String count(StructurePlan plan, Class<? extends StructurePlan.Line> type) {
        return Integer.toString(plan.of(type).size());
    }
}
