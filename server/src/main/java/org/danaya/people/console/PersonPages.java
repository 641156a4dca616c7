package org.danaya.people.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.danaya.base.Right;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.people.Person;
import org.danaya.people.PersonOutcome;
import org.danaya.people.Persons;
import org.danaya.people.Position;
import org.danaya.people.Positions;
import org.danaya.people.Structures;
import org.danaya.people.draft.Problem;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The persons, by name. */
@Controller
class PersonPages {

    static final String PATH = "/console/persons";

    private static final int REFUSED = 422;
    private static final int CONFLICT = 409;
    private static final Field<String> TEXT = Field.text("q", 100).optional();
    private static final Field<String> VERSION = Field.text("version", 9).hidden();
    private static final Field<Boolean> KNOWN = Field.tick("homonym-known").optional();

    private final Persons persons;
    private final Incumbencies incumbencies;
    private final Positions positions;
    private final Structures structures;
    private final Clock clock;
    private final Table<Person> table =
            Table.of(
                            "people.persons",
                            List.of(
                                    Column.<Person>link(
                                            "family-name",
                                            Person::familyName,
                                            person -> PATH + "/" + person.id()),
                                    Column.<Person>text("given-names", Person::givenNames)))
                    .filteredBy(TEXT);

    PersonPages(
            Persons persons,
            Incumbencies incumbencies,
            Positions positions,
            Structures structures,
            Clock clock) {
        this.persons = persons;
        this.incumbencies = incumbencies;
        this.positions = positions;
        this.structures = structures;
        this.clock = clock;
    }

    @Needs(Right.REGISTER_PERSONS)
    @GetMapping(PATH)
    Answer list(Query query) {
        Table.Asked asked = table.asked(query);
        String text = asked.filters().find(TEXT).orElse("");
        List<Person> rows = persons.list(text, Math.toIntExact(asked.offset()), asked.limit());
        return asked.away()
                ? table.download(asked, "persons", rows)
                : Page.of(
                        "people/persons",
                        new Shown.Persons(table.show(asked, rows, persons.count(text))));
    }

    @Needs(Right.READ_STRUCTURES)
    @GetMapping(PATH + "/{id}")
    Answer one(@PathVariable UUID id) {
        LocalDate today = LocalDate.now(clock);
        return Page.of(
                "people/person",
                new Shown.OnePerson(
                        persons.get(id),
                        incumbencies.ofPerson(id).stream().map(each -> held(each, today)).toList(),
                        persons.reached(Right.REGISTER_PERSONS, id)));
    }

    @Needs(Right.REGISTER_PERSONS)
    @GetMapping(PATH + "/new")
    Answer blank() {
        return Page.of("people/ask", creating(form(), ""));
    }

    @Needs(Right.REGISTER_PERSONS)
    @PostMapping(PATH + "/new")
    Answer register(Submission sent) {
        Form form = form().read(sent);
        if (form.wrong()) {
            return Page.of("people/ask", creating(form, "")).status(REFUSED);
        }
        return switch (persons.register(
                Forms.typed(sent, "given-names"),
                Forms.typed(sent, "family-name"),
                !Forms.typed(sent, KNOWN.name()).isEmpty())) {
            case PersonOutcome.Recorded(Person person) ->
                    Redirect.to(PATH + "/" + person.id())
                            .saying(Notice.done("people.person.registered", person.name()));
            case PersonOutcome.Refused(List<Problem> problems) ->
                    Page.of("people/ask", creating(Forms.refused(form, problems), ""))
                            .status(REFUSED);
            case PersonOutcome.Homonyms _ ->
                    Page.of(
                                    "people/ask",
                                    creating(homonymForm().read(sent), "people.person.homonym"))
                            .status(CONFLICT);
            case PersonOutcome.Stale _ ->
                    throw new IllegalStateException("A registration changes nobody");
        };
    }

    @Needs(Right.REGISTER_PERSONS)
    @GetMapping(PATH + "/{id}/edit")
    Answer edit(@PathVariable UUID id) {
        Person person = managed(id);
        return Page.of("people/ask", changing(person, filled(person), List.of()));
    }

    @Needs(Right.REGISTER_PERSONS)
    @PostMapping(PATH + "/{id}/edit")
    Answer change(@PathVariable UUID id, Submission sent) {
        Person person = managed(id);
        Form form = changeForm().read(sent);
        if (form.wrong()) {
            return Page.of("people/ask", changing(person, form, List.of())).status(REFUSED);
        }
        return switch (persons.change(
                id,
                Forms.version(sent),
                Forms.typed(sent, "given-names"),
                Forms.typed(sent, "family-name"))) {
            case PersonOutcome.Recorded(Person changed) ->
                    Redirect.to(PATH + "/" + changed.id())
                            .saying(Notice.done("people.person.changed", changed.name()));
            case PersonOutcome.Refused(List<Problem> problems) ->
                    Page.of(
                                    "people/ask",
                                    changing(person, Forms.refused(form, problems), List.of()))
                            .status(REFUSED);
            case PersonOutcome.Stale(Person current) ->
                    Page.of(
                                    "people/ask",
                                    changing(
                                            current,
                                            form.with(VERSION, "" + current.version()),
                                            List.of(
                                                    new Asking.Change(
                                                            Forms.WORDS + ".person",
                                                            "",
                                                            current.name()))))
                            .status(CONFLICT);
            case PersonOutcome.Homonyms _ ->
                    throw new IllegalStateException("A change of name looks for no others");
        };
    }

    private Person managed(UUID id) {
        persons.need(Right.REGISTER_PERSONS, id);
        return persons.get(id);
    }

    private Shown.HeldPosition held(Incumbency incumbency, LocalDate today) {
        Position position = positions.get(incumbency.position());
        return new Shown.HeldPosition(
                PositionPages.held(incumbency, today),
                position,
                structures.get(position.structure()));
    }

    private static Asking creating(Form form, String intro) {
        return new Asking(
                "people.person.new",
                "",
                intro.isEmpty() ? "people.person.new.intro" : intro,
                List.of(Above.words("section.persons", PATH)),
                List.of(),
                form,
                PATH + "/new",
                "people.save",
                PATH);
    }

    private static Asking changing(Person person, Form form, List<Asking.Change> changes) {
        return new Asking(
                "people.person.edit",
                person.name(),
                "",
                List.of(
                        Above.words("section.persons", PATH),
                        Above.name(person.name(), PATH + "/" + person.id())),
                changes,
                form,
                PATH + "/" + person.id() + "/edit",
                "people.save",
                PATH + "/" + person.id());
    }

    private static Form form() {
        return Form.of(Forms.WORDS, Field.text("given-names", 120), Field.text("family-name", 120));
    }

    private static Form homonymForm() {
        return Form.of(
                Forms.WORDS, Field.text("given-names", 120), Field.text("family-name", 120), KNOWN);
    }

    private static Form changeForm() {
        return Form.of(
                Forms.WORDS,
                VERSION,
                Field.text("given-names", 120),
                Field.text("family-name", 120));
    }

    private static Form filled(Person person) {
        return Forms.filled(
                changeForm(),
                Map.of(
                        "version", Integer.toString(person.version()),
                        "given-names", person.givenNames(),
                        "family-name", person.familyName()));
    }
}
