package org.danaya.mandates.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.base.SearchText;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Period;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code mandates.delegation}. */
final class DelegationTable {

    private final JdbcClient sql;

    DelegationTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A row: all but its members. */
    record Row(
            UUID id,
            long number,
            UUID structure,
            Optional<Grantor> grantor,
            Occasion occasion,
            String basis,
            UUID draftedBy,
            Instant draftedAt,
            int version,
            Optional<String> clashReason,
            Optional<Delegation.Report> report,
            Optional<Delegation.Abandoned> abandoned) {}

    void insert(
            UUID id,
            UUID structure,
            Grantor grantor,
            Occasion occasion,
            String basis,
            UUID draftedBy,
            Instant draftedAt) {
        sql.sql(
                        """
                        insert into mandates.delegation (id, structure, event_fr, event_en,
                            organiser, place, country, from_day, until_day, languages, basis,
                            drafted_by, drafted_at, search, grantor_office, grantor_mandate)
                        values (:id, :structure, :fr, :en, :organiser, :place, :country, :from,
                            :until, :languages, :basis, :by, :at, :search, :office, :mandate)
                        """)
                .param("id", id)
                .param("structure", structure)
                .param("fr", occasion.nameFr())
                .param("en", occasion.nameEn().orElse(null))
                .param("organiser", occasion.organiser().orElse(null))
                .param("place", occasion.place())
                .param("country", occasion.country())
                .param("from", occasion.period().from())
                .param("until", occasion.period().until())
                .param("languages", occasion.languages().toArray(String[]::new))
                .param("basis", basis)
                .param("by", draftedBy)
                .param("at", Moments.column(draftedAt))
                .param("search", search(occasion))
                .param("office", grantor instanceof Grantor.OfOffice(UUID office) ? office : null)
                .param("mandate", grantor instanceof Grantor.OfMandate(UUID above) ? above : null)
                .update();
    }

    /** Writes its facts as they are now; false where somebody wrote them since. */
    boolean change(UUID id, int version, Occasion occasion, String basis) {
        return sql.sql(
                                """
                                update mandates.delegation
                                set version = version + 1, event_fr = ?, event_en = ?,
                                    organiser = ?, place = ?, country = ?, from_day = ?,
                                    until_day = ?, languages = ?, basis = ?, search = ?,
                                    clash_reason = null
                                where id = ? and version = ?
                                """)
                        .params(
                                Arrays.asList(
                                        occasion.nameFr(),
                                        occasion.nameEn().orElse(null),
                                        occasion.organiser().orElse(null),
                                        occasion.place(),
                                        occasion.country(),
                                        occasion.period().from(),
                                        occasion.period().until(),
                                        occasion.languages().toArray(String[]::new),
                                        basis,
                                        search(occasion),
                                        id,
                                        version))
                        .update()
                == 1;
    }

    /** Writes why some are in another delegation on the same days. */
    void declare(UUID id, Optional<String> reason) {
        sql.sql("update mandates.delegation set clash_reason = ? where id = ?")
                .params(Arrays.asList(reason.orElse(null), id))
                .update();
    }

    /** Writes that nobody goes. */
    void abandon(UUID id, Delegation.Abandoned why) {
        sql.sql(
                        """
                        update mandates.delegation
                        set abandon_reason = ?, abandoned_by = ?, abandoned_at = ? where id = ?
                        """)
                .params(why.reason(), why.by(), Moments.column(why.at()), id)
                .update();
    }

    /**
     * Writes what somebody reported, once.
     *
     * @param file its bytes, where the report has one
     */
    boolean report(UUID id, Delegation.Report report, Optional<byte[]> file) {
        return sql.sql(
                                """
                                update mandates.delegation
                                set report = ?, reported_by = ?, reported_at = ?,
                                    report_ending = ?, report_file = ?
                                where id = ? and report is null and abandoned_at is null
                                """)
                        .params(
                                Arrays.asList(
                                        report.text(),
                                        report.by(),
                                        Moments.column(report.at()),
                                        report.file().orElse(null),
                                        file.orElse(null),
                                        id))
                        .update()
                == 1;
    }

    Optional<byte[]> file(UUID id) {
        return sql.sql(
                        """
                        select report_file from mandates.delegation
                        where id = ? and report_file is not null
                        """)
                .param(id)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /** A delegation, which nobody else changes until the transaction ends. */
    Optional<Row> lock(UUID id) {
        return sql.sql("select * from mandates.delegation where id = ? for update")
                .param(id)
                .query(DelegationTable::row)
                .optional();
    }

    private static String search(Occasion occasion) {
        return SearchText.of(occasion.nameFr(), occasion.nameEn().orElse(""), occasion.place());
    }

    Optional<Row> find(UUID id) {
        return sql.sql("select * from mandates.delegation where id = ?")
                .param(id)
                .query(DelegationTable::row)
                .optional();
    }

    Optional<Row> byNumber(long number) {
        return sql.sql("select * from mandates.delegation where number = ?")
                .param(number)
                .query(DelegationTable::row)
                .optional();
    }

    /** Those within reach, the last one first. */
    List<Row> list(Reach reach, int most) {
        return switch (reach) {
            case Reach.Everywhere() ->
                    sql.sql("select * from mandates.delegation order by number desc limit ?")
                            .param(most)
                            .query(DelegationTable::row)
                            .list();
            case Reach.Structures(var ids) ->
                    sql.sql(
                                    """
                                    select * from mandates.delegation where structure = any (?)
                                    order by number desc limit ?
                                    """)
                            .params(ids.toArray(UUID[]::new), most)
                            .query(DelegationTable::row)
                            .list();
        };
    }

    /** Those with a member's mandate that was signed, the last one to begin first. */
    List<Row> signed(int most) {
        return sql.sql(
                        """
                        select d.* from mandates.delegation d
                        where exists (
                            select from mandates.mandate m where m.delegation = d.id
                            and m.state not in ('draft', 'approved', 'withdrawn'))
                        order by d.from_day desc, d.number desc limit ?
                        """)
                .param(most)
                .query(DelegationTable::row)
                .list();
    }

    /** The other delegations of a person that share a day with a period. */
    List<UUID> clashing(UUID person, Period period, UUID but) {
        return sql.sql(
                        """
                        select distinct d.id from mandates.delegation d
                        join mandates.mandate m on m.delegation = d.id
                        where m.person = ? and d.id <> ? and d.from_day < ? and d.until_day > ?
                          and m.state not in ('withdrawn', 'revoked', 'replaced')
                        """)
                .params(person, but, period.until(), period.from())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Instant reported = Moments.ofNullable(row, "reported_at");
        Instant abandoned = Moments.ofNullable(row, "abandoned_at");
        return new Row(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("structure", UUID.class),
                grantor(row),
                new Occasion(
                        row.getString("event_fr"),
                        Optional.ofNullable(row.getString("event_en")),
                        Optional.ofNullable(row.getString("organiser")),
                        row.getString("place"),
                        row.getString("country"),
                        new Period(
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("until_day", LocalDate.class)),
                        Arrays.asList((String[]) row.getArray("languages").getArray())),
                row.getString("basis"),
                row.getObject("drafted_by", UUID.class),
                Moments.of(row, "drafted_at"),
                row.getInt("version"),
                Optional.ofNullable(row.getString("clash_reason")),
                reported == null
                        ? Optional.empty()
                        : Optional.of(
                                new Delegation.Report(
                                        row.getString("report"),
                                        row.getObject("reported_by", UUID.class),
                                        reported,
                                        Optional.ofNullable(row.getString("report_ending")))),
                abandoned == null
                        ? Optional.empty()
                        : Optional.of(
                                new Delegation.Abandoned(
                                        row.getString("abandon_reason"),
                                        row.getObject("abandoned_by", UUID.class),
                                        abandoned)));
    }

    private static Optional<Grantor> grantor(ResultSet row) throws SQLException {
        UUID office = row.getObject("grantor_office", UUID.class);
        UUID above = row.getObject("grantor_mandate", UUID.class);
        return Optional.ofNullable(office)
                .<Grantor>map(Grantor.OfOffice::new)
                .or(() -> Optional.ofNullable(above).map(Grantor.OfMandate::new));
    }
}
