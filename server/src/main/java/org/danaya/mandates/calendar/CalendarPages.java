package org.danaya.mandates.calendar;

import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.access.PublicAddress;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Query;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.console.Grantors;
import org.danaya.mandates.console.Within;
import org.danaya.page.Answer;
import org.danaya.page.Download;
import org.danaya.page.Language;
import org.danaya.page.Needs;
import org.danaya.page.Page;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.people.Structures;
import org.danaya.table.Cell;
import org.danaya.table.Column;
import org.danaya.table.Table;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What ends month by month, for people and for their calendars; and conflicts. */
@Controller
class CalendarPages {

    private static final String PATH = "/console/mandates/calendar";
    private static final String CONFLICTS = "/console/mandates/conflicts";
    private static final List<Integer> CHOICES = List.of(30, 90, 365);
    private static final int USUAL = 90;

    private final Calendar calendar;
    private final Mandates mandates;
    private final Grantors grantors;
    private final Structures structures;
    private final PublicAddress address;
    private final Clock clock;
    private final Table<CalendarShown.Line> ends =
            Table.of(
                    "mandates.calendar",
                    List.of(
                            Column.date("last", CalendarShown.Line::last),
                            Column.words("kind", CalendarShown.Line::kind),
                            Column.link("name", CalendarShown.Line::name, CalendarShown.Line::path),
                            Column.text("detail", CalendarShown.Line::about),
                            Column.text("structure", CalendarShown.Line::structure)));
    private final Table<Conflict> conflicts =
            Table.of(
                    "mandates.conflicts",
                    List.of(
                            Column.<Conflict>text("person", Conflict::name),
                            Column.<Conflict>words(
                                    "kind",
                                    each ->
                                            "mandates.conflict."
                                                    + (each.kind() == Conflict.Kind.DELEGATIONS
                                                            ? "delegations"
                                                            : "structures")),
                            new Column<Conflict>(
                                    "first", each -> side(each.kind(), each.first()), null),
                            new Column<Conflict>(
                                    "second", each -> side(each.kind(), each.second()), null),
                            Column.<Conflict>date("from", Conflict::from),
                            Column.<Conflict>date("last", Conflict::last),
                            Column.<Conflict>tag(
                                    "state",
                                    each ->
                                            each.declared()
                                                    ? new Tag(
                                                            "mandates.conflict.declared",
                                                            Tone.NEUTRAL)
                                                    : new Tag(
                                                            "mandates.conflict.open",
                                                            Tone.WARNING))));

    CalendarPages(
            Calendar calendar,
            Mandates mandates,
            Grantors grantors,
            Structures structures,
            PublicAddress address,
            Clock clock) {
        this.calendar = calendar;
        this.mandates = mandates;
        this.grantors = grantors;
        this.structures = structures;
        this.address = address;
        this.clock = clock;
    }

    @Needs(Right.READ_MANDATES)
    @GetMapping(PATH)
    Answer months(Query query) {
        Table.Asked asked = ends.asked(query);
        int days = query.number("within", 1, 3_660, USUAL);
        List<CalendarShown.Line> lines =
                calendar.within(Within.reach(Right.READ_MANDATES), days).stream()
                        .map(this::line)
                        .toList();
        if (asked.away()) {
            return ends.download(asked, "mandates-ends", lines);
        }
        return Page.of(
                "mandates/calendar",
                new CalendarShown.Months(
                        days,
                        CHOICES,
                        new TreeMap<>(
                                        lines.stream()
                                                .collect(
                                                        Collectors.groupingBy(
                                                                each ->
                                                                        each.last()
                                                                                .withDayOfMonth(
                                                                                        1))))
                                .entrySet().stream()
                                        .map(
                                                each ->
                                                        new CalendarShown.Month(
                                                                each.getKey(), each.getValue()))
                                        .toList(),
                        lines.size() >= Calendar.MOST));
    }

    /** The same for a calendar program; a year of it unless asked otherwise. */
    @Needs(Right.READ_MANDATES)
    @GetMapping(PATH + ".ics")
    Answer file(Query query) {
        List<End> all =
                calendar.within(
                        Within.reach(Right.READ_MANDATES), query.number("within", 1, 3_660, 365));
        return new Download(
                "mandates.ics",
                "text/calendar;charset=utf-8",
                (view, out) -> {
                    ICalendar file = new ICalendar(clock.instant());
                    for (End each : all) {
                        file.day(
                                each.kind().code() + "-" + each.id() + "@" + address.host(),
                                each.last(),
                                view.word(
                                        "mandates.calendar.summary",
                                        view.word("mandates.calendar.kind." + each.kind().code()),
                                        line(each).name()),
                                address.page(path(each)).toString());
                    }
                    out.write(file.end().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                });
    }

    @Needs(Right.READ_MANDATES)
    @GetMapping(CONFLICTS)
    Answer conflicts(Query query) {
        Table.Asked asked = conflicts.asked(query);
        List<Conflict> all = calendar.conflicts(Within.reach(Right.READ_MANDATES));
        if (asked.away()) {
            return conflicts.download(asked, "mandates-conflicts", all);
        }
        List<Conflict> some = all.stream().skip(asked.offset()).limit(asked.limit()).toList();
        return Page.of(
                "mandates/conflicts",
                new CalendarShown.Conflicts(conflicts.show(asked, some, all.size())));
    }

    /** Where something that ends is shown. */
    static String path(End end) {
        return switch (end.kind()) {
            case MANDATE -> "/console/mandates/" + end.id();
            case OFFICE -> "/console/mandates/offices/" + end.id();
            case DELEGATION -> "/console/mandates/delegations/" + end.id();
        };
    }

    private CalendarShown.Line line(End end) {
        return new CalendarShown.Line(
                end.last(),
                "mandates.calendar.kind." + end.kind().code(),
                switch (end.kind()) {
                    case MANDATE -> "M-" + end.number() + " " + end.name();
                    case OFFICE -> grantors.called(mandates.offices().get(end.id()));
                    case DELEGATION -> "D-" + end.number() + " " + end.name();
                },
                end.about(),
                structure(end.structure()),
                path(end));
    }

    private String structure(UUID id) {
        return structures.find(id).map(each -> each.shortName(Language.FRENCH)).orElse("");
    }

    private Cell side(Conflict.Kind kind, Conflict.Side side) {
        boolean delegations = kind == Conflict.Kind.DELEGATIONS;
        return switch (side) {
            case Conflict.Side.Unnamed() ->
                    new Cell.Words(
                            delegations
                                    ? "mandates.conflict.other.delegation"
                                    : "mandates.conflict.other.mandate");
            case Conflict.Side.Named(UUID id, long number, UUID structure) -> {
                String name = (delegations ? "D-" : "M-") + number + " " + structure(structure);
                if (Rights.current().hold(Right.READ_MANDATES, structure)) {
                    yield new Cell.Link(
                            name, "/console/mandates/" + (delegations ? "delegations/" : "") + id);
                }
                yield delegations
                        ? new Cell.Link(name, "/delegations/" + number)
                        : new Cell.Text(structure(structure));
            }
        };
    }
}
