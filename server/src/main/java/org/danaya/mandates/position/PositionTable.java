package org.danaya.mandates.position;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.mandates.position.OfficialPosition.Head;
import org.danaya.mandates.position.OfficialPosition.Names;
import org.danaya.store.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code mandates.official_position}, one row at a time. */
final class PositionTable {

    /** What whoever gives a number holds until the transaction ends. */
    private static final long NUMBERS = 0x64616e617961_0801L;

    private final JdbcClient sql;

    PositionTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A row.
     *
     * @param version counts the changes of a draft
     */
    record Row(Head head, int version) {}

    void insert(Head head, String search) {
        PositionTerms terms = head.terms();
        sql.sql(
                        """
                        insert into mandates.official_position (id, code, version, kind, structure,
                            structure_name, identifier, brief, subject_fr, subject_en, text_fr,
                            text_en, matter, audience, embargo, from_day, until_day, supersedes,
                            drafted_by, drafted_at, search, changed_at)
                        values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Arrays.asList(
                                head.id(),
                                head.code(),
                                terms.kind().code(),
                                terms.structure(),
                                head.names().structure(),
                                head.names().identifier(),
                                head.names().brief(),
                                terms.french().subject(),
                                orNull(terms.english().map(Wording::subject)),
                                terms.french().text(),
                                orNull(terms.english().map(Wording::text)),
                                orNull(terms.matter()),
                                terms.audience().codes().toArray(String[]::new),
                                orNull(terms.embargo().map(Moments::column)),
                                terms.from(),
                                orNull(terms.until()),
                                orNull(terms.supersedes()),
                                head.draftedBy(),
                                Moments.column(head.draftedAt()),
                                search,
                                Moments.column(head.draftedAt())))
                .update();
    }

    /** Writes what a draft says now; false where it was written since, or isn't one any more. */
    boolean rewrite(Head head, int version, String search, Instant now) {
        PositionTerms terms = head.terms();
        return sql.sql(
                                """
                                update mandates.official_position set version = version + 1,
                                    kind = ?, subject_fr = ?, subject_en = ?, text_fr = ?,
                                    text_en = ?, matter = ?, audience = ?, embargo = ?,
                                    from_day = ?, until_day = ?, supersedes = ?, drafted_by = ?,
                                    search = ?, changed_at = ?
                                where id = ? and version = ? and state = 'draft'
                                """)
                        .params(
                                Arrays.asList(
                                        terms.kind().code(),
                                        terms.french().subject(),
                                        orNull(terms.english().map(Wording::subject)),
                                        terms.french().text(),
                                        orNull(terms.english().map(Wording::text)),
                                        orNull(terms.matter()),
                                        terms.audience().codes().toArray(String[]::new),
                                        orNull(terms.embargo().map(Moments::column)),
                                        terms.from(),
                                        orNull(terms.until()),
                                        orNull(terms.supersedes()),
                                        head.draftedBy(),
                                        search,
                                        Moments.column(now),
                                        head.id(),
                                        version))
                        .update()
                == 1;
    }

    /** Writes what the events come to. */
    void change(OfficialPosition after, Instant now) {
        sql.sql(
                        """
                        update mandates.official_position set state = ?, changed_at = ?,
                            number = ?, in_force_at = ?, ended_at = ?, replaced_by = ?
                        where id = ?
                        """)
                .params(
                        Arrays.asList(
                                after.code(),
                                Moments.column(now),
                                orNull(
                                        after.publication()
                                                .map(OfficialPosition.Publication::number)),
                                orNull(
                                        after.publication()
                                                .map(OfficialPosition.Publication::since)
                                                .map(Moments::column)),
                                orNull(ended(after).map(Moments::column)),
                                after instanceof OfficialPosition.Replaced replaced
                                        ? replaced.by()
                                        : null,
                                after.id()))
                .update();
    }

    private static Optional<Instant> ended(OfficialPosition position) {
        return switch (position) {
            case OfficialPosition.Replaced replaced -> Optional.of(replaced.since());
            case OfficialPosition.Withdrawn withdrawn -> Optional.of(withdrawn.since());
            case OfficialPosition.Draft _,
                    OfficialPosition.Validated _,
                    OfficialPosition.Embargoed _,
                    OfficialPosition.InForce _ ->
                    Optional.empty();
        };
    }

    /** The next number of a series, which nobody else gets until the transaction ends. */
    long nextNumber(boolean ofEverybody) {
        sql.sql("select pg_advisory_xact_lock(?)").param(NUMBERS).query((_, _) -> true).list();
        return sql.sql(
                        """
                        select coalesce(max(number), 0) + 1 from mandates.official_position
                        where (cardinality(audience) = 0) = ?
                        """)
                .param(ofEverybody)
                .query(Long.class)
                .single();
    }

    Optional<Row> find(UUID id) {
        return sql.sql("select * from mandates.official_position where id = ?")
                .param(id)
                .query(PositionTable::row)
                .optional();
    }

    /** A row that nobody else changes until the transaction ends. */
    Optional<Row> lock(UUID id) {
        return sql.sql("select * from mandates.official_position where id = ? for update")
                .param(id)
                .query(PositionTable::row)
                .optional();
    }

    Optional<Row> byNumber(long number, boolean ofEverybody) {
        return sql.sql(
                        """
                        select * from mandates.official_position
                        where number = ? and (cardinality(audience) = 0) = ?
                        """)
                .params(number, ofEverybody)
                .query(PositionTable::row)
                .optional();
    }

    Optional<Row> byCode(String code) {
        return sql.sql("select * from mandates.official_position where code = ?")
                .param(code)
                .query(PositionTable::row)
                .optional();
    }

    /** Whether another that is signed supersedes one. */
    boolean hasSuccessor(UUID superseded, UUID but) {
        return sql.sql(
                        """
                        select exists (select from mandates.official_position
                        where supersedes = ? and id <> ?
                            and state in ('embargoed', 'in-force', 'replaced'))
                        """)
                .params(superseded, but)
                .query(Boolean.class)
                .single();
    }

    /** Signed ones whose embargo is over and whose first day has begun, oldest first. */
    List<UUID> due(Instant now, LocalDate today, int most) {
        return sql.sql(
                        """
                        select id from mandates.official_position
                        where state = 'embargoed' and (embargo is null or embargo <= ?)
                            and from_day <= ?
                        order by changed_at limit ?
                        """)
                .params(Moments.column(now), today, most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    static Row row(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        PositionTerms terms =
                new PositionTerms(
                        PositionKind.of(row.getString("kind")),
                        row.getObject("structure", UUID.class),
                        new Wording(row.getString("subject_fr"), row.getString("text_fr")),
                        english(row.getString("subject_en"), row.getString("text_en")),
                        Audience.ofCodes(texts(row.getArray("audience"))),
                        Optional.ofNullable(row.getString("matter")),
                        Optional.ofNullable(Moments.ofNullable(row, "embargo")),
                        row.getObject("from_day", LocalDate.class),
                        Optional.ofNullable(row.getObject("until_day", LocalDate.class)),
                        Optional.ofNullable(row.getObject("supersedes", UUID.class)));
        return new Row(
                new Head(
                        id,
                        row.getString("code"),
                        terms,
                        new Names(
                                row.getString("structure_name"),
                                row.getString("identifier"),
                                row.getString("brief")),
                        row.getObject("drafted_by", UUID.class),
                        Moments.of(row, "drafted_at")),
                row.getInt("version"));
    }

    private static Optional<Wording> english(@Nullable String subject, @Nullable String text) {
        return subject == null || text == null
                ? Optional.empty()
                : Optional.of(new Wording(subject, text));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
