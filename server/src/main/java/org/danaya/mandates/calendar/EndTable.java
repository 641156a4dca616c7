package org.danaya.mandates.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the ends of mandates, offices and delegations; and the table {@code mandates.reminder}. */
final class EndTable {

    private static final String ALL =
            """
            select * from (
                select 'mandate' as kind, id, number, holder as name, function as about,
                    structure, ends
                from mandates.mandate
                where state in ('in-force', 'suspended') and delegation is null
                  and ends > :from and ends <= :until
                union all
                select 'office', id, 0, '', basis, structure, until_day
                from mandates.office
                where state = 'recorded' and until_day > :from and until_day <= :until
                union all
                select 'delegation', d.id, d.number, d.event_fr, d.place, d.structure, d.until_day
                from mandates.delegation d
                where d.until_day > :from and d.until_day <= :until and d.report is null
                  and exists (
                      select from mandates.mandate m
                      where m.delegation = d.id and m.state in ('in-force', 'suspended'))
            ) e
            """;

    private static final String DUE =
            """
            from mandates.delegation d
            where d.until_day <= :today and d.report is null and d.abandoned_at is null
              and exists (
                  select from mandates.mandate m join mandates.event e on e.mandate = m.id
                  where m.delegation = d.id and e.kind = 'effective')
            """;

    private final JdbcClient sql;

    EndTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those within a reach whose first day over is after one day and not after another. */
    List<End> between(Reach reach, LocalDate from, LocalDate until, int most) {
        String within = reach instanceof Reach.Structures ? " where structure = any (:reach)" : "";
        JdbcClient.StatementSpec asked =
                sql.sql(ALL + within + " order by ends, kind, number limit :most")
                        .param("from", from)
                        .param("until", until)
                        .param("most", most);
        return (reach instanceof Reach.Structures(var ids)
                        ? asked.param("reach", ids.toArray(UUID[]::new))
                        : asked)
                .query(EndTable::end)
                .list();
    }

    /** Delegations whose mission is over and of which nobody reported, the oldest first. */
    List<End> due(LocalDate today, int most) {
        return sql.sql(
                        "select 'delegation' as kind, d.id, d.number, d.event_fr as name,"
                                + " d.place as about, d.structure, d.until_day as ends "
                                + DUE
                                + " order by d.until_day, d.number limit :most")
                .param("today", today)
                .param("most", most)
                .query(EndTable::end)
                .list();
    }

    /**
     * Notes that an end was announced; false where it was already, so many days before or fewer.
     *
     * @param kind {@code mandate}, {@code office} or {@code report}
     */
    boolean note(String kind, UUID subject, int days, LocalDate ends, Instant now) {
        return sql.sql(
                                """
                                insert into mandates.reminder (kind, subject, days, ends, noted_at)
                                select :kind, :subject, :days, :ends, :now
                                where not exists (
                                    select from mandates.reminder
                                    where kind = :kind and subject = :subject and ends = :ends
                                      and days <= :days)
                                on conflict do nothing
                                """)
                        .param("kind", kind)
                        .param("subject", subject)
                        .param("days", days)
                        .param("ends", ends)
                        .param("now", Moments.column(now))
                        .update()
                == 1;
    }

    /** Whether an end was announced so many days before, or fewer. */
    boolean isNoted(String kind, UUID subject, int days, LocalDate ends) {
        return sql.sql(
                        """
                        select exists (
                            select from mandates.reminder
                            where kind = ? and subject = ? and ends = ? and days <= ?)
                        """)
                .params(kind, subject, ends, days)
                .query(Boolean.class)
                .single();
    }

    private static End end(ResultSet row, int number) throws SQLException {
        return new End(
                End.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("name"),
                row.getString("about"),
                row.getObject("structure", UUID.class),
                row.getObject("ends", LocalDate.class).minusDays(1));
    }
}
