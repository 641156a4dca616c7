package org.danaya.people;

import java.time.Clock;
import org.danaya.base.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Persons for the tests of modules above. */
public final class TestPersons {

    private TestPersons() {}

    /** Persons on a database. */
    public static Persons on(
            JdbcClient sql,
            Clock clock,
            Ids ids,
            TransactionOperations transactions,
            ApplicationEventPublisher news) {
        return new Persons(new PersonTable(sql, clock), ids, transactions, news);
    }

    /** Registers an invented person. */
    public static Person registered(Persons persons, String familyName) {
        return switch (persons.register("Exemple", familyName, true)) {
            case PersonOutcome.Recorded(Person person) -> person;
            case PersonOutcome.Refused refused -> throw new AssertionError(refused);
            case PersonOutcome.Homonyms homonyms -> throw new AssertionError(homonyms);
            case PersonOutcome.Stale stale -> throw new AssertionError(stale);
        };
    }
}
