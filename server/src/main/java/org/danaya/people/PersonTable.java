package org.danaya.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.Actor;
import org.danaya.base.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code people.person}. */
@Component
class PersonTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    PersonTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Person> find(UUID id) {
        return jdbc.sql("select * from people.person where id = :id")
                .param("id", id)
                .query(PersonTable::person)
                .optional();
    }

    int count(String text) {
        return jdbc.sql(
                        """
                        select count(*) from people.person
                        where cardinality(:patterns::text[]) = 0
                           or search like all (:patterns::text[])
                        """)
                .param("patterns", SearchText.patterns(text).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    List<Person> list(String text, int skipped, int most) {
        return jdbc.sql(
                        """
                        select * from people.person
                        where cardinality(:patterns::text[]) = 0
                           or search like all (:patterns::text[])
                        order by search, id offset :skipped limit :most
                        """)
                .param("patterns", SearchText.patterns(text).toArray(String[]::new))
                .param("skipped", skipped)
                .param("most", most)
                .query(PersonTable::person)
                .list();
    }

    /** Those whose whole name is the same, whatever case and accents. */
    List<Person> homonyms(Person person) {
        return jdbc.sql(
                        """
                        select * from people.person where search = :search and id <> :id
                        order by id limit 20
                        """)
                .param("search", search(person))
                .param("id", person.id())
                .query(PersonTable::person)
                .list();
    }

    void insert(Person person) {
        jdbc.sql(
                        """
                        insert into people.person
                            (id, version, given_names, family_name, search, registered_at,
                             registered_by)
                        values (:id, :version, :given, :family, :search, :now, :by)
                        """)
                .param("id", person.id())
                .param("version", person.version())
                .param("given", person.givenNames())
                .param("family", person.familyName())
                .param("search", search(person))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Actor.current() instanceof Actor.Person who ? who.account() : null)
                .update();
    }

    /** The account that registered a person, if somebody signed in did. */
    Optional<UUID> registeredBy(UUID id) {
        return jdbc.sql(
                        """
                        select registered_by from people.person
                        where id = :id and registered_by is not null
                        """)
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** The structures in which a person holds a position today, or will. */
    Set<UUID> structures(UUID id) {
        return Set.copyOf(
                jdbc.sql(
                                """
                        select distinct p.structure_id from people.incumbency i
                        join people.position p on p.id = i.position_id
                        where i.person_id = :id
                          and (i.until_date is null
                               or i.until_date > :today and i.until_date > i.from_date)
                        """)
                        .param("id", id)
                        .param("today", LocalDate.now(clock))
                        .query(UUID.class)
                        .list());
    }

    /** Writes a person's next version; says no if another came before. */
    boolean update(Person person) {
        return jdbc.sql(
                                """
                                update people.person
                                set version = :version, given_names = :given,
                                    family_name = :family, search = :search
                                where id = :id and version = :version - 1
                                """)
                        .param("id", person.id())
                        .param("version", person.version())
                        .param("given", person.givenNames())
                        .param("family", person.familyName())
                        .param("search", search(person))
                        .update()
                == 1;
    }

    private static String search(Person person) {
        return SearchText.of(person.familyName(), person.givenNames());
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("given_names"),
                row.getString("family_name"));
    }
}
