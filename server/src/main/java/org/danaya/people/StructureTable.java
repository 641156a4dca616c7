package org.danaya.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.danaya.base.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code people.structure} and {@code people.structure_version}. */
@Component
class StructureTable {

    private static final String MATCHES =
            """
             from people.structure_now
            where (cardinality(:patterns::text[]) = 0 or search like all (:patterns::text[]))
              and (:kind::text is null or kind = :kind)
              and (:existence::text is null or :existence = case
                    when planned or from_date > :today then 'planned'
                    when until_date <= :today then 'ended'
                    else 'active' end)
            """;

    private static final Set<String> ORDERS = Set.of("name_fr", "acronym", "identifier", "kind");

    private final JdbcClient jdbc;
    private final Clock clock;

    StructureTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes whoever writes the tree wait for whoever is writing it. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('people.structure'))")
                .query((_, _) -> true)
                .single();
    }

    Optional<Structure> find(UUID id) {
        return jdbc.sql("select * from people.structure_now where structure_id = :id")
                .param("id", id)
                .query(StructureTable::structure)
                .optional();
    }

    Optional<Structure> find(String identifier) {
        return jdbc.sql("select * from people.structure_now where identifier = :identifier")
                .param("identifier", identifier)
                .query(StructureTable::structure)
                .optional();
    }

    int count(Structures.Query query) {
        return matching("select count(*)" + MATCHES, query).query(Integer.class).single();
    }

    /** Those that a query finds, by identifier, after one of them. */
    List<Structure> list(Structures.Query query, String after, int most) {
        String sql =
                "select *" + MATCHES + " and identifier > :after order by identifier limit :most";
        return matching(sql, query)
                .param("after", after)
                .param("most", most)
                .query(StructureTable::structure)
                .list();
    }

    /** A page of those that a query finds, in an order that {@link #ORDERS} knows. */
    List<Structure> page(Structures.Query query, String order, long skipped, int most) {
        if (!ORDERS.contains(order.replace(" desc", ""))) {
            throw new IllegalArgumentException(order);
        }
        String sql =
                "select *"
                        + MATCHES
                        + " order by "
                        + order
                        + ", identifier offset :skipped limit :most";
        return matching(sql, query)
                .param("skipped", skipped)
                .param("most", most)
                .query(StructureTable::structure)
                .list();
    }

    /** Those under one, ended ones too, by identifier. */
    List<Structure> children(UUID parent) {
        return jdbc.sql(
                        """
                        select * from people.structure_now where parent_id = :parent
                        order by identifier
                        """)
                .param("parent", parent)
                .query(StructureTable::structure)
                .list();
    }

    List<Structure.Recorded> history(UUID id) {
        return jdbc.sql(
                        """
                        select * from people.structure_version where structure_id = :id
                        order by version desc
                        """)
                .param("id", id)
                .query(StructureTable::recorded)
                .list();
    }

    Optional<StructureDetails> on(UUID id, LocalDate day) {
        return jdbc.sql(
                        """
                        select * from people.structure_version
                        where structure_id = :id and superseded_at is null and valid_from <= :day
                        order by valid_from desc limit 1
                        """)
                .param("id", id)
                .param("day", day)
                .query(StructureTable::details)
                .optional();
    }

    Optional<StructureDetails> version(UUID id, int version) {
        return jdbc.sql(
                        """
                        select * from people.structure_version
                        where structure_id = :id and version = :version
                        """)
                .param("id", id)
                .param("version", version)
                .query(StructureTable::details)
                .optional();
    }

    /** Who was above whom, from each date on. */
    Hierarchy hierarchy() {
        return new Hierarchy(
                jdbc.sql(
                                """
                                select structure_id, valid_from, parent_id
                                from people.structure_version where superseded_at is null
                                """)
                        .query(
                                (row, _) ->
                                        new Hierarchy.Link(
                                                row.getObject("structure_id", UUID.class),
                                                row.getObject("valid_from", LocalDate.class),
                                                row.getObject("parent_id", UUID.class)))
                        .list());
    }

    Structure insert(UUID id, String identifier, StructureDetails details) {
        jdbc.sql("insert into people.structure (id, identifier, version) values (:id, :key, 1)")
                .param("id", id)
                .param("key", identifier)
                .update();
        Structure created = new Structure(id, identifier, 1, LocalDate.MIN, details);
        record(created);
        return created;
    }

    /** Records details from a date on, in the place of those of the same date. */
    Structure update(Structure before, LocalDate validFrom, StructureDetails details) {
        int version =
                jdbc.sql(
                                """
                                update people.structure set version = version + 1
                                where id = :id and version = :version returning version
                                """)
                        .param("id", before.id())
                        .param("version", before.version())
                        .query(Integer.class)
                        .single();
        jdbc.sql(
                        """
                        update people.structure_version set superseded_at = :now
                        where structure_id = :id and valid_from = :from and superseded_at is null
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", before.id())
                .param("from", validFrom)
                .update();
        Structure after =
                new Structure(before.id(), before.identifier(), version, validFrom, details);
        record(after);
        return after;
    }

    private void record(Structure structure) {
        StructureDetails details = structure.details();
        jdbc.sql(
                        """
                        insert into people.structure_version
                            (structure_id, version, valid_from, recorded_at, kind, name_fr,
                             name_en, acronym, parent_id, planned, from_date, until_date,
                             founding_act, ending_act, source, search)
                        values (:id, :version, :valid, :now, :kind, :fr, :en, :acronym, :parent,
                                :planned, :from, :until, :founding, :ending, :source, :search)
                        """)
                .param("id", structure.id())
                .param("version", structure.version())
                .param("valid", structure.validFrom())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("kind", details.kind().code())
                .param("fr", details.nameFr())
                .param("en", details.nameEn())
                .param("acronym", details.acronym())
                .param("parent", details.parent())
                .param("planned", details.planned())
                .param("from", details.from())
                .param("until", details.until())
                .param("founding", details.foundingAct())
                .param("ending", details.endingAct())
                .param("source", details.source())
                .param("search", search(structure))
                .update();
    }

    private JdbcClient.StatementSpec matching(String sql, Structures.Query query) {
        return jdbc.sql(sql)
                .param("patterns", SearchText.patterns(query.text()).toArray(String[]::new))
                .param("kind", query.kind().map(StructureKind::code).orElse(null))
                .param("existence", query.existence().orElse(null))
                .param("today", LocalDate.now(clock));
    }

    private static String search(Structure structure) {
        StructureDetails details = structure.details();
        return SearchText.of(
                structure.identifier(),
                details.nameFr(),
                orEmpty(details.nameEn()),
                orEmpty(details.acronym()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Structure structure(ResultSet row, int number) throws SQLException {
        return new Structure(
                row.getObject("structure_id", UUID.class),
                row.getString("identifier"),
                row.getInt("current_version"),
                row.getObject("valid_from", LocalDate.class),
                details(row, number));
    }

    private static Structure.Recorded recorded(ResultSet row, int number) throws SQLException {
        return new Structure.Recorded(
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                instant(row, "recorded_at").orElseThrow(),
                instant(row, "superseded_at"),
                details(row, number));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static StructureDetails details(ResultSet row, int number) throws SQLException {
        return new StructureDetails(
                StructureKind.read(row.getString("kind")).orElseThrow(),
                row.getString("name_fr"),
                row.getString("name_en"),
                row.getString("acronym"),
                row.getObject("parent_id", UUID.class),
                row.getBoolean("planned"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("until_date", LocalDate.class),
                row.getString("founding_act"),
                row.getString("ending_act"),
                row.getString("source"));
    }
}
