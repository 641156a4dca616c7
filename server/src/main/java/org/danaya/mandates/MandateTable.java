package org.danaya.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code mandates.mandate}. */
final class MandateTable {

    private final JdbcClient sql;

    MandateTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A row: what the mandate says, and how often it was written.
     *
     * @param version counts the changes of a draft
     */
    record Row(Mandate.Head head, int version) {}

    /** What is drafted, before the register gave it a number. */
    record New(
            UUID id,
            String code,
            Terms terms,
            Names names,
            Optional<UUID> home,
            String search,
            UUID draftedBy,
            Instant draftedAt) {}

    /** Inserts a draft, and gives its number. */
    long insert(New draft) {
        Terms terms = draft.terms();
        Names names = draft.names();
        return sql.sql(
                        """
                        insert into mandates.mandate (id, code, version, kind, structure,
                            grantor_office, grantor_mandate, person, capacity, powers, scope,
                            from_day, until_day, depth, basis, replaces, delegation, holder,
                            function, home, structure_name, identifier, brief, grantor_name,
                            drafted_by, drafted_at, powers_left, ends, changed_at, search,
                            home_id)
                        values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                            ?, ?, ?, ?, ?, ?, ?, ?)
                        returning number
                        """)
                .params(
                        Arrays.asList(
                                draft.id(),
                                draft.code(),
                                terms.kind().code(),
                                terms.structure(),
                                office(terms.grantor()),
                                parent(terms.grantor()),
                                terms.person(),
                                orNull(terms.capacity()),
                                terms.powers().bits(),
                                terms.scope().lines().toArray(String[]::new),
                                terms.period().from(),
                                terms.period().until(),
                                terms.depth(),
                                terms.basis(),
                                orNull(terms.replaces()),
                                orNull(terms.group()),
                                names.holder(),
                                names.function(),
                                names.home(),
                                names.structure(),
                                names.identifier(),
                                names.brief(),
                                names.grantor(),
                                draft.draftedBy(),
                                Moments.column(draft.draftedAt()),
                                terms.powers().bits(),
                                terms.period().until(),
                                Moments.column(draft.draftedAt()),
                                draft.search(),
                                orNull(draft.home())))
                .query(Long.class)
                .single();
    }

    /**
     * Writes what a draft says now; false where it was written since, or isn't one any more.
     *
     * @param home the holder's own structure, where it is another
     * @param by whoever wrote it last is who drafted it
     */
    boolean rewrite(
            UUID id,
            int version,
            Terms terms,
            Names names,
            Optional<UUID> home,
            String search,
            UUID by) {
        return sql.sql(
                                """
                                update mandates.mandate set version = version + 1, kind = ?,
                                    grantor_office = ?, grantor_mandate = ?, person = ?,
                                    capacity = ?, powers = ?, powers_left = ?, scope = ?,
                                    from_day = ?, until_day = ?, ends = ?, depth = ?, basis = ?,
                                    replaces = ?, holder = ?, function = ?, home = ?,
                                    grantor_name = ?, search = ?, drafted_by = ?, home_id = ?
                                where id = ? and version = ? and state = 'draft'
                                """)
                        .params(
                                Arrays.asList(
                                        terms.kind().code(),
                                        office(terms.grantor()),
                                        parent(terms.grantor()),
                                        terms.person(),
                                        orNull(terms.capacity()),
                                        terms.powers().bits(),
                                        terms.powers().bits(),
                                        terms.scope().lines().toArray(String[]::new),
                                        terms.period().from(),
                                        terms.period().until(),
                                        terms.period().until(),
                                        terms.depth(),
                                        terms.basis(),
                                        orNull(terms.replaces()),
                                        names.holder(),
                                        names.function(),
                                        names.home(),
                                        names.grantor(),
                                        search,
                                        by,
                                        orNull(home),
                                        id,
                                        version))
                        .update()
                == 1;
    }

    /** Writes what the events come to. */
    void change(Mandate now, Instant at) {
        sql.sql(
                        """
                        update mandates.mandate
                        set state = ?, powers_left = ?, ends = ?, changed_at = ?
                        where id = ?
                        """)
                .params(
                        now.code(),
                        now.left().powers().bits(),
                        now.left().period().until(),
                        Moments.column(at),
                        now.id())
                .update();
    }

    Optional<Row> find(UUID id) {
        return sql.sql("select * from mandates.mandate where id = ?")
                .param(id)
                .query(MandateTable::row)
                .optional();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Row> lock(UUID id) {
        return sql.sql("select * from mandates.mandate where id = ? for update")
                .param(id)
                .query(MandateTable::row)
                .optional();
    }

    Optional<Row> byCode(String code) {
        return sql.sql("select * from mandates.mandate where code = ?")
                .param(code)
                .query(MandateTable::row)
                .optional();
    }

    List<Row> byIds(Collection<UUID> ids) {
        return sql.sql("select * from mandates.mandate where id = any (?)")
                .param(ids.toArray(UUID[]::new))
                .query(MandateTable::row)
                .list();
    }

    /** The mandate and those that it was granted under, itself first. */
    List<Row> chain(UUID id) {
        return sql.sql(
                        """
                        with recursive up (id, grantor_mandate, place) as (
                            select id, grantor_mandate, 0 from mandates.mandate where id = ?
                            union all
                            select m.id, m.grantor_mandate, up.place + 1
                            from up join mandates.mandate m on m.id = up.grantor_mandate
                            where up.place < 20)
                        select m.* from up join mandates.mandate m on m.id = up.id
                        order by up.place
                        """)
                .param(id)
                .query(MandateTable::row)
                .list();
    }

    /** Nobody changes these until the transaction ends; others may look at them as this does. */
    void share(Collection<UUID> ids) {
        sql.sql("select id from mandates.mandate where id = any (?) order by id for share")
                .param(ids.toArray(UUID[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those held in a capacity that aren't over. */
    List<UUID> held(UUID capacity) {
        return sql.sql(
                        """
                        select id from mandates.mandate
                        where capacity = ?
                          and state in ('draft', 'approved', 'signed', 'in-force', 'suspended')
                        order by id
                        """)
                .param(capacity)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those in a structure's name that aren't over. */
    List<UUID> inNameOf(UUID structure) {
        return sql.sql(
                        """
                        select id from mandates.mandate
                        where structure = ?
                          and state in ('draft', 'approved', 'signed', 'in-force', 'suspended')
                        order by id
                        """)
                .param(structure)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The holder's own structure, where it is another than the mandate's. */
    Optional<UUID> home(UUID id) {
        return sql
                .sql("select home_id from mandates.mandate where id = ?")
                .param(id)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** How many lead a delegation, those aside whose place was lost or is about to be taken. */
    int heads(UUID delegation) {
        return sql.sql(
                        """
                        select count(*) from mandates.mandate m
                        where m.delegation = :id and m.kind = 'head'
                          and m.state not in ('withdrawn', 'revoked', 'replaced')
                          and not exists (
                              select from mandates.mandate n
                              where n.replaces = m.id
                                and n.state in ('draft', 'approved', 'signed'))
                        """)
                .param("id", delegation)
                .query(Integer.class)
                .single();
    }

    /** Those of these numbers, in their order. */
    List<UUID> numbered(Collection<Long> numbers) {
        return sql.sql("select id from mandates.mandate where number = any (?) order by number")
                .param(numbers.toArray(Long[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those of a delegation, in the order of their numbers. */
    List<Row> ofGroup(UUID delegation) {
        return sql.sql("select * from mandates.mandate where delegation = ? order by number")
                .param(delegation)
                .query(MandateTable::row)
                .list();
    }

    /** Those of a person that were signed and whose days hold a day, by number. */
    List<Row> of(UUID person, LocalDate day) {
        return sql.sql(
                        """
                        select * from mandates.mandate
                        where person = ? and from_day <= ? and until_day > ?
                          and state not in ('draft', 'approved', 'withdrawn')
                        order by number
                        """)
                .params(person, day, day)
                .query(MandateTable::row)
                .list();
    }

    /** Those in a structure's name with a power whose days hold a day, behind a number. */
    List<Row> on(UUID structure, Power power, LocalDate day, long behind, int most) {
        return sql.sql(
                        """
                        select * from mandates.mandate
                        where structure = ? and powers & ? <> 0 and from_day <= ? and until_day > ?
                          and number > ? and state not in ('draft', 'approved', 'withdrawn')
                        order by number limit ?
                        """)
                .params(structure, Powers.of(power).bits(), day, day, behind, most)
                .query(MandateTable::row)
                .list();
    }

    /** Those that were signed and whose leaf wasn't public yet. */
    List<UUID> signed(int most) {
        return sql.sql(
                        """
                        select id from mandates.mandate where state = 'signed'
                        order by number limit ?
                        """)
                .param(most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static @Nullable UUID orNull(Optional<UUID> id) {
        return id.orElse(null);
    }

    private static @Nullable UUID office(Grantor grantor) {
        return grantor instanceof Grantor.OfOffice(UUID id) ? id : null;
    }

    private static @Nullable UUID parent(Grantor grantor) {
        return grantor instanceof Grantor.OfMandate(UUID id) ? id : null;
    }

    static Row row(ResultSet row, int number) throws SQLException {
        UUID office = row.getObject("grantor_office", UUID.class);
        Powers powers = new Powers(row.getInt("powers"));
        Terms terms =
                new Terms(
                        MandateKind.of(row.getString("kind")).orElseThrow(),
                        row.getObject("structure", UUID.class),
                        office == null
                                ? new Grantor.OfMandate(
                                        row.getObject("grantor_mandate", UUID.class))
                                : new Grantor.OfOffice(office),
                        row.getObject("person", UUID.class),
                        Optional.ofNullable(row.getObject("capacity", UUID.class)),
                        powers,
                        Scope.read(Arrays.asList((String[]) row.getArray("scope").getArray())),
                        new Period(
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("until_day", LocalDate.class)),
                        row.getInt("depth"),
                        row.getString("basis"),
                        Optional.ofNullable(row.getObject("replaces", UUID.class)),
                        Optional.ofNullable(row.getObject("delegation", UUID.class)));
        Names names =
                new Names(
                        row.getString("holder"),
                        row.getString("function"),
                        row.getString("home"),
                        row.getString("structure_name"),
                        row.getString("identifier"),
                        row.getString("brief"),
                        row.getString("grantor_name"));
        return new Row(
                new Mandate.Head(
                        row.getObject("id", UUID.class),
                        row.getLong("number"),
                        row.getString("code"),
                        terms,
                        names,
                        row.getObject("drafted_by", UUID.class),
                        Moments.of(row, "drafted_at")),
                row.getInt("version"));
    }
}
