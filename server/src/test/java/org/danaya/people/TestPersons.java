package org.danaya.people;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
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

    /** The tree of structures on a database. */
    public static Subtrees subtrees(JdbcClient sql) {
        return new Subtrees(sql);
    }

    /** A structure of today, under another one or under none. */
    public static UUID structure(JdbcClient sql, String identifier, Optional<UUID> parent) {
        UUID id = UUID.randomUUID();
        sql.sql("insert into people.structure (id, identifier, version) values (?, ?, 1)")
                .params(id, identifier)
                .update();
        sql.sql(
                        """
                        insert into people.structure_version (structure_id, version, valid_from,
                            recorded_at, kind, name_fr, parent_id, planned, search)
                        values (:id, 1, '-infinity', now(), 'ministere', :name, :parent, false, '')
                        """)
                .param("id", id)
                .param("name", identifier)
                .param("parent", parent.orElse(null))
                .update();
        return id;
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
