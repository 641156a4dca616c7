package org.danaya.people.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.danaya.base.Ids;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Option;
import org.danaya.form.Submission;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Needs;
import org.danaya.page.Notice;
import org.danaya.page.Page;
import org.danaya.page.Redirect;
import org.danaya.people.HeldInOffice;
import org.danaya.people.Incumbencies;
import org.danaya.people.Incumbency;
import org.danaya.people.IncumbencyOutcome;
import org.danaya.people.Position;
import org.danaya.people.PositionOutcome;
import org.danaya.people.Positions;
import org.danaya.people.Structures;
import org.danaya.people.draft.Problem;
import org.danaya.table.Cell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Ending a position, and ending an incumbency: the form, what will happen, the confirmation. */
@Controller
class OfficeEndings {

    private static final String POSITION = PositionPages.PATH + "/{id}/end";
    private static final String INCUMBENCY = "/console/incumbencies/{id}/end";
    private static final int REFUSED = 422;
    private static final int CONFLICT = 409;
    private static final List<String> NAMES = List.of("version", "until", "act", "successor");

    /** Said of a successor: what is held ends with the incumbency. */
    private static final String NOBODY = "nobody";

    private static final Field<String> VERSION = Field.text("version", 9).hidden();
    private static final Field<LocalDate> UNTIL = Field.date("until");
    private static final Field<String> ACT = Field.text("act", 500);

    private final Structures structures;
    private final Positions positions;
    private final Incumbencies incumbencies;
    private final HeldInOffice held;
    private final Clock clock;

    OfficeEndings(
            Structures structures,
            Positions positions,
            Incumbencies incumbencies,
            HeldInOffice held,
            Clock clock) {
        this.structures = structures;
        this.positions = positions;
        this.incumbencies = incumbencies;
        this.held = held;
        this.clock = clock;
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @GetMapping(POSITION)
    Answer position(@PathVariable UUID id) {
        Position position = managed(id);
        return asking(position, positionForm().with(VERSION, "" + position.version()), 200);
    }

    /** What was typed, back in the form. */
    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(POSITION + "/back")
    Answer positionAgain(@PathVariable UUID id, Submission sent) {
        return asking(managed(id), positionForm().read(sent), 200);
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(POSITION)
    Answer checkPosition(@PathVariable UUID id, Submission sent) {
        Position position = managed(id);
        Form form =
                Forms.refused(
                        positionForm().read(sent),
                        positions.checkEnd(id, typed(sent, "until"), typed(sent, "act")));
        return form.wrong()
                ? asking(position, form, REFUSED)
                : confirming(
                        "people.position.end",
                        position.titleFr(),
                        position,
                        form,
                        leaving(position, form.get(UNTIL)),
                        sent,
                        path(position) + "/end");
    }

    @Needs(value = Right.MANAGE_STRUCTURES, freshly = true)
    @PostMapping(POSITION + "/save")
    Answer endPosition(@PathVariable UUID id, Submission sent) {
        Position position = managed(id);
        Form form = positionForm().read(sent);
        return switch (positions.end(
                id, Forms.version(sent), typed(sent, "until"), typed(sent, "act"))) {
            case PositionOutcome.Recorded(Position changed) ->
                    Redirect.to(path(changed)).saying(Notice.done("people.position.ended"));
            case PositionOutcome.Refused(List<Problem> problems) ->
                    asking(position, Forms.refused(form, problems), REFUSED);
            case PositionOutcome.Stale(Position current) ->
                    asking(current, stale(form, current.version()), CONFLICT);
        };
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @GetMapping(INCUMBENCY)
    Answer incumbency(@PathVariable UUID id) {
        Incumbency incumbency = incumbencies.get(id);
        managed(incumbency.position());
        Form form = form(incumbency).with(VERSION, "" + incumbency.version());
        List<Incumbency> successors = successors(incumbency);
        return asking(
                incumbency,
                successors.isEmpty() ? form : form.with(successor(successors), NOBODY),
                200);
    }

    /** What was typed, back in the form. */
    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(INCUMBENCY + "/back")
    Answer incumbencyAgain(@PathVariable UUID id, Submission sent) {
        Incumbency incumbency = incumbencies.get(id);
        managed(incumbency.position());
        return asking(incumbency, form(incumbency).read(sent), 200);
    }

    @Needs(Right.MANAGE_STRUCTURES)
    @PostMapping(INCUMBENCY)
    Answer checkIncumbency(@PathVariable UUID id, Submission sent) {
        Incumbency incumbency = incumbencies.get(id);
        Position position = managed(incumbency.position());
        Form form =
                Forms.refused(
                        form(incumbency).read(sent),
                        incumbencies.checkEnd(
                                id, typed(sent, "until"), typed(sent, "act"), chosen(sent)));
        return form.wrong()
                ? asking(incumbency, form, REFUSED)
                : confirming(
                        "people.incumbency.end",
                        incumbency.person().name(),
                        position,
                        form,
                        lost(incumbency, chosen(sent)),
                        sent,
                        path(incumbency));
    }

    @Needs(value = Right.MANAGE_STRUCTURES, freshly = true)
    @PostMapping(INCUMBENCY + "/save")
    Answer endIncumbency(@PathVariable UUID id, Submission sent) {
        Incumbency incumbency = incumbencies.get(id);
        Position position = managed(incumbency.position());
        Form form = form(incumbency).read(sent);
        return switch (incumbencies.end(
                id, Forms.version(sent), typed(sent, "until"), typed(sent, "act"), chosen(sent))) {
            case IncumbencyOutcome.Recorded(Incumbency ended) ->
                    Redirect.to(path(position))
                            .saying(Notice.done("people.incumbency.ended", ended.person().name()));
            case IncumbencyOutcome.Refused(List<Problem> problems) ->
                    asking(incumbency, Forms.refused(form, problems), REFUSED);
            case IncumbencyOutcome.Stale(Incumbency current) ->
                    asking(current, stale(form, current.version()), CONFLICT);
            case IncumbencyOutcome.Occupied _ ->
                    throw new IllegalStateException("An end takes nobody's place");
        };
    }

    private Position managed(UUID id) {
        Position position = positions.get(id);
        Rights.current().need(Right.MANAGE_STRUCTURES, position.structure());
        return position;
    }

    private Page asking(Position position, Form form, int status) {
        return asking(
                "people.position.end",
                position.titleFr(),
                position,
                form,
                path(position) + "/end",
                status);
    }

    private Page asking(Incumbency incumbency, Form form, int status) {
        return asking(
                "people.incumbency.end",
                incumbency.person().name(),
                positions.get(incumbency.position()),
                form,
                path(incumbency),
                status);
    }

    private Page asking(
            String words, String about, Position position, Form form, String action, int status) {
        return Page.of(
                        "people/ask",
                        new Asking(
                                words,
                                about,
                                words + ".intro",
                                trail(position),
                                List.of(),
                                form,
                                action,
                                "people.continue",
                                path(position)))
                .status(status);
    }

    private Page confirming(
            String words,
            String about,
            Position position,
            Form form,
            List<Map.Entry<String, List<String>>> more,
            Submission sent,
            String action) {
        List<Map.Entry<String, List<String>>> warnings = new ArrayList<>();
        warnings.add(Map.entry(words + ".final", List.of()));
        warnings.addAll(more);
        return Page.of(
                "people/confirm",
                new Asking.Confirming(
                        words + ".check",
                        about,
                        trail(position),
                        answers(position, form, sent),
                        warnings,
                        Forms.hidden(sent, NAMES),
                        action + "/save",
                        words + ".save",
                        action + "/back",
                        true));
    }

    private List<Asking.Answer> answers(Position position, Form form, Submission sent) {
        List<Asking.Answer> answers = new ArrayList<>();
        answers.add(new Asking.Answer(Forms.WORDS + ".position", Forms.cell(position.titleFr())));
        answers.add(new Asking.Answer(Forms.WORDS + ".until", new Cell.Day(form.get(UNTIL))));
        answers.add(new Asking.Answer(Forms.WORDS + ".act", Forms.cell(typed(sent, "act"))));
        if (!typed(sent, "successor").isEmpty()) {
            answers.add(
                    new Asking.Answer(
                            Forms.WORDS + ".successor",
                            chosen(sent)
                                    .<Cell>map(
                                            id -> Forms.cell(incumbencies.get(id).person().name()))
                                    .orElse(new Cell.Words("people.end.nobody"))));
        }
        return answers;
    }

    /** What is held in that capacity, and ends or passes. */
    private List<Map.Entry<String, List<String>>> lost(
            Incumbency incumbency, Optional<UUID> successor) {
        List<String> names = held.of(incumbency.id());
        return names.isEmpty()
                ? List.of()
                : List.of(
                        Map.entry(
                                successor.isPresent() ? "people.end.passed" : "people.end.held",
                                names));
    }

    private List<Incumbency> successors(Incumbency incumbency) {
        return incumbencies.successors(incumbency, LocalDate.now(clock));
    }

    /** Who takes over what is held; nobody where it ends. */
    private static Optional<UUID> chosen(Submission sent) {
        return Ids.read(typed(sent, "successor"));
    }

    /** Who leaves with the position. */
    private List<Map.Entry<String, List<String>>> leaving(Position position, LocalDate day) {
        List<String> names =
                incumbencies.of(position.id()).stream()
                        .filter(each -> each.until() == null || each.until().isAfter(day))
                        .map(each -> each.person().name())
                        .toList();
        return names.isEmpty() ? List.of() : List.of(Map.entry("people.end.incumbencies", names));
    }

    private List<Above> trail(Position position) {
        return PositionPages.trail(structures.get(position.structure()), position);
    }

    private static Form stale(Form form, int version) {
        return form.with(VERSION, "" + version).refuse("fault.people.stale");
    }

    private static Form positionForm() {
        return Form.of(Forms.WORDS, VERSION, UNTIL, ACT);
    }

    private Form form(Incumbency incumbency) {
        List<Incumbency> successors = successors(incumbency);
        return successors.isEmpty()
                ? Form.of(Forms.WORDS, VERSION, UNTIL, ACT.optional())
                : Form.of(Forms.WORDS, VERSION, UNTIL, ACT.optional(), successor(successors));
    }

    private static Field<String> successor(List<Incumbency> successors) {
        return Field.choice(
                        "successor",
                        Stream.concat(
                                        Stream.of(Option.worded(NOBODY, "people.end.nobody")),
                                        successors.stream()
                                                .map(
                                                        each ->
                                                                Option.named(
                                                                        each.id().toString(),
                                                                        each.person().name())))
                                .toList())
                .radios();
    }

    private static String typed(Submission sent, String name) {
        return Forms.typed(sent, name);
    }

    private static String path(Position position) {
        return PositionPages.PATH + "/" + position.id();
    }

    private static String path(Incumbency incumbency) {
        return "/console/incumbencies/" + incumbency.id() + "/end";
    }
}
