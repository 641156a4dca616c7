package org.danaya.people.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Sha256;
import org.danaya.people.PeopleFault;
import org.danaya.people.PersonOutcome;
import org.danaya.people.Persons;
import org.danaya.people.Position;
import org.danaya.people.PositionOutcome;
import org.danaya.people.Positions;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.danaya.people.draft.Problem;

/** Finds out, once, what importing the lines of one file would do, and does it. */
final class RosterPlanner {

    private final Persons persons;
    private final Positions positions;
    private final Structures structures;
    private final Roster roster;

    /** The number of the first line of each key; a key that comes again is refused. */
    private final Map<String, Integer> seen = new HashMap<>();

    /** By structure, what its positions are called. */
    private final Map<UUID, Set<String>> titles = new HashMap<>();

    RosterPlanner(Persons persons, Positions positions, Structures structures, Roster roster) {
        this.persons = persons;
        this.positions = positions;
        this.structures = structures;
        this.roster = roster;
    }

    RosterPlan plan(List<CsvOutcome.Row> rows) {
        List<RosterPlan.Line> lines =
                rows.stream()
                        .map(
                                row ->
                                        switch (roster) {
                                            case PERSONS -> person(row);
                                            case POSITIONS -> position(row);
                                        })
                        .toList();
        return new RosterPlan(lines, digest(lines));
    }

    /** Records what a plan creates; what doesn't go through undoes the whole transaction. */
    void record(List<CsvOutcome.Row> rows, RosterPlan plan) {
        Set<Integer> created = new HashSet<>();
        plan.of(RosterPlan.Created.class).forEach(line -> created.add(line.number()));
        rows.stream().filter(row -> created.contains(row.line())).forEach(this::write);
    }

    private void write(CsvOutcome.Row row) {
        boolean done =
                switch (roster) {
                    case PERSONS ->
                            persons.register(
                                            text(row, "given-names"),
                                            text(row, "family-name"),
                                            false)
                                    instanceof PersonOutcome.Recorded;
                    case POSITIONS ->
                            positions.create(structure(row).orElseThrow().id(), draft(row))
                                    instanceof PositionOutcome.Recorded;
                };
        if (!done) {
            throw new IllegalStateException("Line " + row.line() + " was sound a moment ago");
        }
    }

    private RosterPlan.Line person(CsvOutcome.Row row) {
        String given = text(row, "given-names");
        String family = text(row, "family-name");
        List<Problem> problems = new ArrayList<>(row.problems());
        problems.addAll(persons.check(given, family));
        once(row, "family-name", Sheet.plain(family + " " + given), problems);
        return line(row, problems, problems.isEmpty() && persons.known(given, family));
    }

    private RosterPlan.Line position(CsvOutcome.Row row) {
        List<Problem> problems = new ArrayList<>(row.problems());
        String title = Sheet.plain(text(row, "title-fr"));
        Optional<Structure> structure = structure(row);
        if (structure.isEmpty()) {
            problems.add(
                    text(row, "structure").isBlank()
                            ? Problem.of("structure", PeopleFault.VALUE_MISSING)
                            : Problem.of(
                                    "structure",
                                    PeopleFault.IDENTIFIER_UNKNOWN,
                                    Sheet.shown(text(row, "structure"))));
            return line(row, problems, false);
        }
        UUID id = structure.get().id();
        problems.addAll(positions.check(id, draft(row)));
        once(row, "title-fr", id + " " + title, problems);
        return line(row, problems, titles.computeIfAbsent(id, this::titles).contains(title));
    }

    private Set<String> titles(UUID structure) {
        Set<String> all = new HashSet<>();
        positions.of(structure).stream()
                .filter(position -> position.until() == null)
                .map(Position::titleFr)
                .map(Sheet::plain)
                .forEach(all::add);
        return all;
    }

    private void once(CsvOutcome.Row row, String field, String key, List<Problem> problems) {
        Integer first = seen.putIfAbsent(key, row.line());
        if (first != null && problems.isEmpty()) {
            problems.add(Problem.of(field, PeopleFault.LINE_AGAIN, first));
        }
    }

    private RosterPlan.Line line(CsvOutcome.Row row, List<Problem> problems, boolean known) {
        List<String> texts = roster.fields().stream().map(field -> text(row, field)).toList();
        if (!problems.isEmpty()) {
            return new RosterPlan.Refused(row.line(), texts, List.copyOf(problems));
        }
        return known
                ? new RosterPlan.Known(row.line(), texts)
                : new RosterPlan.Created(row.line(), texts);
    }

    private Optional<Structure> structure(CsvOutcome.Row row) {
        return structures.find(text(row, "structure"));
    }

    private static Positions.Draft draft(CsvOutcome.Row row) {
        return new Positions.Draft(
                text(row, "title-fr"),
                text(row, "title-fr-feminine"),
                text(row, "title-en"),
                text(row, "basis-act"),
                text(row, "from"));
    }

    private static String text(CsvOutcome.Row row, String field) {
        return row.values().getOrDefault(field, "");
    }

    private static String digest(List<RosterPlan.Line> lines) {
        return Sha256.hexOf(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
