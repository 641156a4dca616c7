package org.danaya.people.console;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.form.Upload;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.draft.Problem;
import org.danaya.people.files.Roster;
import org.danaya.people.files.RosterImports;
import org.danaya.people.files.RosterOutcome;
import org.danaya.people.files.RosterPlan;
import org.danaya.people.files.StructureImports;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Importing a file of persons, or of positions: the file, what it would do, the confirmation. */
@Controller
class RosterPages {

    private static final String PERSONS = PersonPages.PATH + "/import";
    private static final String POSITIONS = PositionPages.PATH + "/import";
    private static final int REFUSED = 422;
    private static final int CONFLICT = 409;
    private static final Field<Upload> FILE = Field.file("file", StructureImports.MOST_BYTES);
    private static final Field<String> DIGEST = Field.text("digest", 64).hidden();

    private final RosterImports imports;

    RosterPages(RosterImports imports) {
        this.imports = imports;
    }

    @Needs(Right.REGISTER_PERSONS)
    @GetMapping(PERSONS)
    Answer persons() {
        return Page.of("people/ask", asking(Roster.PERSONS, form()));
    }

    @Needs(Right.REGISTER_PERSONS)
    @PostMapping(PERSONS)
    Answer uploadPersons(Submission sent) {
        return uploaded(Roster.PERSONS, sent);
    }

    @Needs(Right.REGISTER_PERSONS)
    @GetMapping(PERSONS + "/{id}")
    Answer previewPersons(@PathVariable UUID id) {
        return shown(Roster.PERSONS, imports.preview(Roster.PERSONS, id));
    }

    @Needs(Right.REGISTER_PERSONS)
    @PostMapping(PERSONS + "/{id}")
    Answer confirmPersons(@PathVariable UUID id, Submission sent) {
        return confirmed(Roster.PERSONS, id, sent);
    }

    @Needs(Right.REGISTER_PERSONS)
    @PostMapping(PERSONS + "/{id}/abandon")
    Answer abandonPersons(@PathVariable UUID id) {
        return abandoned(Roster.PERSONS, id);
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @GetMapping(POSITIONS)
    Answer positions() {
        Rights.current().needEverywhere(Right.MANAGE_STRUCTURES);
        return Page.of("people/ask", asking(Roster.POSITIONS, form()));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(POSITIONS)
    Answer uploadPositions(Submission sent) {
        Rights.current().needEverywhere(Right.MANAGE_STRUCTURES);
        return uploaded(Roster.POSITIONS, sent);
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @GetMapping(POSITIONS + "/{id}")
    Answer previewPositions(@PathVariable UUID id) {
        Rights.current().needEverywhere(Right.MANAGE_STRUCTURES);
        return shown(Roster.POSITIONS, imports.preview(Roster.POSITIONS, id));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(POSITIONS + "/{id}")
    Answer confirmPositions(@PathVariable UUID id, Submission sent) {
        Rights.current().needEverywhere(Right.MANAGE_STRUCTURES);
        return confirmed(Roster.POSITIONS, id, sent);
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(POSITIONS + "/{id}/abandon")
    Answer abandonPositions(@PathVariable UUID id) {
        Rights.current().needEverywhere(Right.MANAGE_STRUCTURES);
        return abandoned(Roster.POSITIONS, id);
    }

    private Answer uploaded(Roster roster, Submission sent) {
        Form form = form().read(sent);
        if (form.wrong()) {
            return Page.of("people/ask", asking(roster, form)).status(REFUSED);
        }
        return switch (imports.upload(roster, form.get(FILE))) {
            case RosterOutcome.Preview preview -> Redirect.to(path(roster) + "/" + preview.id());
            case RosterOutcome.Unreadable(Problem problem) -> {
                Object[] facts = problem.facts().toArray();
                Form refused = form.refuse("fault." + problem.code().code(), facts);
                yield Page.of("people/ask", asking(roster, refused)).status(REFUSED);
            }
            case RosterOutcome.Imported _,
                    RosterOutcome.Changed _,
                    RosterOutcome.AlreadyImported _ ->
                    throw new IllegalStateException("An upload imports nothing");
        };
    }

    private Answer confirmed(Roster roster, UUID id, Submission sent) {
        return shown(roster, imports.confirm(roster, id, Forms.typed(sent, "digest")));
    }

    private Answer abandoned(Roster roster, UUID id) {
        imports.abandon(id);
        return Redirect.to(home(roster)).saying(Notice.info("people.import.abandoned"));
    }

    private static Answer shown(Roster roster, RosterOutcome outcome) {
        return switch (outcome) {
            case RosterOutcome.Preview preview ->
                    Page.of("people/roster", model(roster, preview, false));
            case RosterOutcome.Changed(RosterOutcome.Preview preview) ->
                    Page.of("people/roster", model(roster, preview, true)).status(CONFLICT);
            case RosterOutcome.Imported(RosterPlan plan) ->
                    Redirect.to(home(roster))
                            .saying(
                                    Notice.done(
                                            "people.roster.done",
                                            count(plan, RosterPlan.Created.class),
                                            count(plan, RosterPlan.Known.class),
                                            count(plan, RosterPlan.Refused.class)));
            case RosterOutcome.AlreadyImported _ ->
                    Redirect.to(home(roster)).saying(Notice.warning("fault.people.import-done"));
            case RosterOutcome.Unreadable _ ->
                    throw new IllegalStateException("What is kept was readable");
        };
    }

    private static Shown.RosterImport model(
            Roster roster, RosterOutcome.Preview preview, boolean changed) {
        List<Shown.Refused> refused = new ArrayList<>();
        for (RosterPlan.Refused line : preview.plan().of(RosterPlan.Refused.class)) {
            for (Problem problem : line.problems()) {
                String heading = roster.heading(problem.field());
                List<Object> facts = new ArrayList<>(List.of(heading));
                problem.facts().forEach(fact -> facts.add(Forms.shown(fact)));
                refused.add(
                        new Shown.Refused(
                                line.number(), heading, "fault." + problem.code().code(), facts));
            }
        }
        return new Shown.RosterImport(
                roster,
                path(roster) + "/" + preview.id(),
                home(roster),
                preview.name(),
                preview.plan(),
                preview.ignored(),
                changed,
                refused,
                Form.of(Forms.WORDS, DIGEST).with(DIGEST, preview.plan().digest()));
    }

    private static Asking asking(Roster roster, Form form) {
        return new Asking(
                "people.roster." + roster.code(),
                "",
                "people.roster." + roster.code() + ".intro",
                List.of(Above.words("section." + section(roster), home(roster))),
                List.of(),
                form,
                path(roster),
                "people.import.preview",
                home(roster));
    }

    private static String path(Roster roster) {
        return switch (roster) {
            case PERSONS -> PERSONS;
            case POSITIONS -> POSITIONS;
        };
    }

    private static String home(Roster roster) {
        return switch (roster) {
            case PERSONS -> PersonPages.PATH;
            case POSITIONS -> StructurePages.PATH;
        };
    }

    static String section(Roster roster) {
        return switch (roster) {
            case PERSONS -> "persons";
            case POSITIONS -> "structures";
        };
    }

    private static Form form() {
        return Form.of(Forms.WORDS, FILE);
    }

    private static String count(RosterPlan plan, Class<? extends RosterPlan.Line> type) {
        return Integer.toString(plan.of(type).size());
    }
}
