package org.danaya.people.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Answer;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.people.IncumbencyOutcome;
import org.danaya.people.Person;
import org.danaya.people.Persons;
import org.danaya.people.Position;
import org.danaya.people.Positions;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.people.draft.Problem;
import org.danaya.table.Cell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Appointing somebody to a position, for good or in the meantime, and ending it. */
@Controller
class AppointmentPages {

    private static final String PATH = PositionPages.PATH + "/{id}/appoint";
    private static final int REFUSED = 422;
    private static final int CONFLICT = 409;
    private static final int SHOWN = 20;
    private static final List<String> NAMES =
            List.of("capacity", "form", "from", "until", "act", "replacing", "passing");
    private static final Field<String> SEARCH = Field.text("q", 100).optional();

    private final Structures structures;
    private final Positions positions;
    private final Persons persons;
    private final Incumbencies incumbencies;
    private final Clock clock;

    AppointmentPages(
            Structures structures,
            Positions positions,
            Persons persons,
            Incumbencies incumbencies,
            Clock clock) {
        this.structures = structures;
        this.positions = positions;
        this.persons = persons;
        this.incumbencies = incumbencies;
        this.clock = clock;
    }

    /** Whom to appoint. */
    @Needs(Right.MANAGE_STRUCTURES)
    @GetMapping(PATH)
    Answer choose(@PathVariable UUID id, Query query) {
        Position position = managed(id);
        String text = query.text("q");
        Form search = Form.of("people.choosing", SEARCH).read(Submission.of(Map.of("q", text)));
        boolean searching = !text.isEmpty() && !search.wrong();
        return Page.of(
                "people/choose-person",
                new Shown.Choosing(
                        position,
                        structures.get(position.structure()),
                        search,
                        text,
                        searching ? persons.list(text, 0, SHOWN) : List.of(),
                        searching ? Math.max(0, persons.count(text) - SHOWN) : 0));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @GetMapping(PATH + "/{person}")
    Answer ask(@PathVariable UUID id, @PathVariable UUID person) {
        return Page.of("people/ask", asking(managed(id), appointed(person), form()));
    }

    /** What was typed, back in the form. */
    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH + "/{person}/back")
    Answer askAgain(@PathVariable UUID id, @PathVariable UUID person, Submission sent) {
        return Page.of("people/ask", asking(managed(id), appointed(person), form().read(sent)));
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(PATH + "/{person}")
    Answer check(@PathVariable UUID id, @PathVariable UUID person, Submission sent) {
        Position position = managed(id);
        Person who = appointed(person);
        Form form = form().read(sent);
        if (form.ticked(Field.tick("passing")) && !form.ticked(Field.tick("replacing"))) {
            form = form.refuse(Field.tick("passing"), "people.appoint.passing");
        }
        if (!form.wrong()) {
            form = refused(form, incumbencies.check(appointment(id, person, sent)));
        }
        if (form.wrong()) {
            return Page.of("people/ask", asking(position, who, form)).status(REFUSED);
        }
        Structure structure = structures.get(position.structure());
        String path = path(position) + "/appoint/" + person;
        return Page.of(
                "people/confirm",
                new Asking.Confirming(
                        "people.appoint.check",
                        who.name(),
                        PositionPages.trail(structure, position),
                        answers(position, structure, who, form),
                        List.of(),
                        Forms.hidden(sent, NAMES),
                        path + "/save",
                        "people.appoint.save",
                        path + "/back",
                        false));
    }

    @Needs(value = Right.MANAGE_STRUCTURES, freshly = true)
    @PostMapping(PATH + "/{person}/save")
    Answer appoint(@PathVariable UUID id, @PathVariable UUID person, Submission sent) {
        Position position = managed(id);
        Person who = appointed(person);
        IncumbencyOutcome outcome =
                incumbencies.appoint(
                        appointment(id, person, sent), !Forms.typed(sent, "passing").isEmpty());
        return switch (outcome) {
            case IncumbencyOutcome.Recorded(Incumbency incumbency) ->
                    Redirect.to(path(position))
                            .saying(
                                    Notice.done(
                                            incumbency.acting()
                                                    ? "people.acting.recorded"
                                                    : "people.appoint.recorded",
                                            incumbency.person().name()));
            case IncumbencyOutcome.Refused _,
                    IncumbencyOutcome.Occupied _,
                    IncumbencyOutcome.Stale _ ->
                    Page.of(
                                    "people/ask",
                                    asking(position, who, refused(form().read(sent), outcome)))
                            .status(CONFLICT);
        };
    }

    private Position managed(UUID id) {
        Position position = positions.get(id);
        Rights.current().need(Right.MANAGE_STRUCTURES, position.structure());
        return position;
    }

    private Person appointed(UUID id) {
        persons.needToAppoint(id);
        return persons.get(id);
    }

    private Asking asking(Position position, Person person, Form form) {
        return new Asking(
                "people.appoint",
                person.name(),
                "people.appoint.intro",
                PositionPages.trail(structures.get(position.structure()), position),
                List.of(),
                form,
                path(position) + "/appoint/" + person.id(),
                "people.continue",
                path(position));
    }

    private static Form refused(Form form, IncumbencyOutcome outcome) {
        return switch (outcome) {
            case IncumbencyOutcome.Recorded _ -> form;
            case IncumbencyOutcome.Refused(List<Problem> problems) -> Forms.refused(form, problems);
            case IncumbencyOutcome.Occupied(Incumbency by) ->
                    form.refuse(
                            Field.date("from"),
                            "people.appoint.occupied",
                            by.person().name(),
                            Forms.shown(by.from()));
            case IncumbencyOutcome.Stale _ -> form.refuse("fault.people.stale");
        };
    }

    private Form form() {
        return Form.of(
                        Forms.WORDS,
                        Field.choice(
                                        "capacity",
                                        List.of(
                                                Option.worded("holder", "people.capacity.holder"),
                                                Option.worded("acting", "people.capacity.acting")))
                                .radios(),
                        Field.choice(
                                        "form",
                                        List.of(
                                                Option.worded("masculine", "people.form.masculine"),
                                                Option.worded("feminine", "people.form.feminine")))
                                .radios(),
                        Field.date("from"),
                        Field.date("until").optional(),
                        Field.text("act", 500),
                        Field.tick("replacing").optional(),
                        Field.tick("passing").optional())
                .with(Field.date("from"), LocalDate.now(clock));
    }

    private static List<Asking.Answer> answers(
            Position position, Structure structure, Person person, Form form) {
        List<Asking.Answer> answers = new ArrayList<>();
        answers.add(answer("person", person.name()));
        Position.TitleForm title =
                form.input("form").value().equals("feminine")
                        ? Position.TitleForm.FEMININE
                        : Position.TitleForm.MASCULINE;
        answers.add(answer("position", position.title(Language.FRENCH, title)));
        answers.add(answer("structure", structure.details().nameFr()));
        answers.add(worded("capacity", "people.capacity." + form.input("capacity").value()));
        answers.add(worded("form", "people.form." + form.input("form").value()));
        answers.add(
                new Asking.Answer(
                        Forms.WORDS + ".from", new Cell.Day(form.get(Field.date("from")))));
        form.find(Field.date("until"))
                .ifPresent(
                        day ->
                                answers.add(
                                        new Asking.Answer(
                                                Forms.WORDS + ".until", new Cell.Day(day))));
        answers.add(answer("act", form.input("act").value()));
        answers.add(
                worded(
                        "replacing",
                        form.ticked(Field.tick("replacing")) ? "people.yes" : "people.no"));
        answers.add(
                worded("passing", form.ticked(Field.tick("passing")) ? "people.yes" : "people.no"));
        return answers;
    }

    private static Asking.Answer answer(String field, String text) {
        return new Asking.Answer(Forms.WORDS + "." + field, Forms.cell(text));
    }

    private static Asking.Answer worded(String field, String key) {
        return new Asking.Answer(Forms.WORDS + "." + field, new Cell.Words(key));
    }

    private static Incumbencies.Appointment appointment(
            UUID position, UUID person, Submission sent) {
        return new Incumbencies.Appointment(
                position,
                person,
                Forms.typed(sent, "capacity").equals("acting"),
                Forms.typed(sent, "form"),
                Forms.typed(sent, "from"),
                Forms.typed(sent, "until"),
                Forms.typed(sent, "act"),
                !Forms.typed(sent, "replacing").isEmpty());
    }

    private static String path(Position position) {
        return PositionPages.PATH + "/" + position.id();
    }
}
