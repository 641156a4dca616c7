package org.danaya.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.danaya.base.Act;
import org.danaya.base.Ids;
import org.danaya.people.draft.Problem;
import org.danaya.people.draft.StructureDraft;
import org.danaya.people.draft.StructureField;
import org.danaya.store.TestDatabase;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module on a database of its own, on a day of its own, with what it told. */
public final class TestPeople {

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    public final List<Object> told = new CopyOnWriteArrayList<>();
    public final JdbcClient jdbc;
    final StructureTable structureTable;

    /** Many at once. */
    public final StructureBatches batches;

    public final Structures structures;
    public final Lineages lineages;
    public final Persons persons;
    public final Positions positions;
    public final Incumbencies incumbencies;
    public final TransactionTemplate transactions;
    public final Ids ids;
    public final Clock clock;

    public TestPeople() {
        DataSource source = TestDatabase.freshSource();
        clock = Clock.fixed(TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        ids = new Ids(clock, new SecureRandom());
        jdbc = JdbcClient.create(source);
        transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        ApplicationEventPublisher events = told::add;
        structureTable = new StructureTable(jdbc, clock);
        PositionTable positionTable = new PositionTable(jdbc);
        PersonTable personTable = new PersonTable(jdbc, clock);
        IncumbencyTable incumbencyTable = new IncumbencyTable(jdbc, clock);
        persons = new Persons(personTable, ids, transactions, events);
        incumbencies =
                new Incumbencies(
                        incumbencyTable, positionTable, personTable, ids, transactions, events);
        positions =
                new Positions(
                        positionTable, structureTable, incumbencies, ids, transactions, events);
        structures =
                new Structures(
                        structureTable,
                        positions,
                        incumbencyTable,
                        ids,
                        clock,
                        transactions,
                        events);
        batches = new StructureBatches(structureTable, structures, ids, clock, transactions);
        lineages =
                new Lineages(
                        new LineageTable(jdbc, clock), structureTable, ids, transactions, events);
    }

    /** A draft of a ministry, with other fields than its name given as pairs. */
    static StructureDraft draft(String identifier, String name, Object... pairs) {
        Map<StructureField, String> typed = new EnumMap<>(StructureField.class);
        typed.put(StructureField.IDENTIFIER, identifier);
        typed.put(StructureField.KIND, "ministere");
        typed.put(StructureField.NAME_FR, name);
        for (int i = 0; i < pairs.length; i += 2) {
            typed.put((StructureField) pairs[i], (String) pairs[i + 1]);
        }
        return new StructureDraft(typed);
    }

    public Structure create(String identifier, String name, Object... pairs) {
        return recorded(structures.create(draft(identifier, name, pairs)));
    }

    static Structure recorded(StructureOutcome outcome) {
        if (outcome instanceof StructureOutcome.Recorded(Structure structure)) {
            return structure;
        }
        throw new AssertionError(outcome);
    }

    static List<PeopleFault> refused(StructureOutcome outcome) {
        if (outcome instanceof StructureOutcome.Refused(List<Problem> problems)) {
            return problems.stream().map(Problem::code).toList();
        }
        throw new AssertionError(outcome);
    }

    public Person person(String givenNames, String familyName) {
        if (persons.register(givenNames, familyName, true)
                instanceof PersonOutcome.Recorded(Person person)) {
            return person;
        }
        throw new AssertionError();
    }

    public Position position(Structure structure, String title) {
        if (positions.create(structure.id(), new Positions.Draft(title, "", "", "", ""))
                instanceof PositionOutcome.Recorded(Position position)) {
            return position;
        }
        throw new AssertionError();
    }

    static Incumbencies.Appointment appointment(
            Position position, Person person, String from, String until) {
        return appointment(position.id(), person.id(), from, until);
    }

    public static Incumbencies.Appointment appointment(
            UUID position, UUID person, String from, String until) {
        return new Incumbencies.Appointment(
                position, person, false, "masculine", from, until, "Décret (exemple)", false);
    }

    public static Incumbency recorded(IncumbencyOutcome outcome) {
        if (outcome instanceof IncumbencyOutcome.Recorded(Incumbency incumbency)) {
            return incumbency;
        }
        throw new AssertionError(outcome);
    }

    List<PeopleAct> acts() {
        return told.stream()
                .filter(Act.class::isInstance)
                .map(act -> (PeopleAct) ((Act) act).type())
                .toList();
    }

    public <T> List<T> told(Class<T> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
