package org.danaya.mandates.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.danaya.base.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads who stands for two on the same days. */
final class ConflictTable {

    private static final String DELEGATIONS =
            """
            select 'DELEGATIONS' as kind, m.person, m.holder,
                a.id as one, a.number as one_number, a.structure as one_structure,
                a.from_day as one_from, a.until_day as one_until,
                exists (
                    select from mandates.mandate x join mandates.event e on e.mandate = x.id
                    where x.delegation = a.id and e.kind = 'effective') as one_public,
                b.id as two, b.number as two_number, b.structure as two_structure,
                b.from_day as two_from, b.until_day as two_until,
                exists (
                    select from mandates.mandate x join mandates.event e on e.mandate = x.id
                    where x.delegation = b.id and e.kind = 'effective') as two_public,
                greatest(a.from_day, b.from_day) as from_day,
                least(a.until_day, b.until_day) as until_day,
                (a.clash_reason is not null or b.clash_reason is not null) as declared
            from mandates.delegation a
            join mandates.delegation b
              on b.number > a.number and b.from_day < a.until_day and a.from_day < b.until_day
            join mandates.mandate m on m.delegation = a.id
            join mandates.mandate n on n.delegation = b.id and n.person = m.person
            where a.until_day > :today and b.until_day > :today
              and m.state not in ('withdrawn', 'revoked', 'replaced')
              and n.state not in ('withdrawn', 'revoked', 'replaced')
            """;

    /** Looks first for those who stand for several, by an index alone. */
    private static final String STRUCTURES =
            """
            select 'STRUCTURES' as kind, m.person, m.holder,
                m.id as one, m.number as one_number, m.structure as one_structure,
                m.from_day as one_from, m.ends as one_until, m.state <> 'signed' as one_public,
                n.id as two, n.number as two_number, n.structure as two_structure,
                n.from_day as two_from, n.ends as two_until, n.state <> 'signed' as two_public,
                greatest(m.from_day, n.from_day) as from_day,
                least(m.ends, n.ends) as until_day, false as declared
            from (
                select person from mandates.mandate
                where state in ('signed', 'in-force', 'suspended') and ends > :today
                group by person having count(distinct structure) > 1
                order by person limit 5000) p
            join mandates.mandate m on m.person = p.person
            join mandates.mandate n
              on n.person = p.person and n.number > m.number and n.structure <> m.structure
             and n.from_day < m.ends and m.from_day < n.ends
            where m.state in ('signed', 'in-force', 'suspended') and m.ends > :today
              and n.state in ('signed', 'in-force', 'suspended') and n.ends > :today
            """;

    private final JdbcClient sql;

    ConflictTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those of which a side is within reach, the first days first. */
    List<Conflict> all(Reach reach, LocalDate today, int most) {
        String within =
                reach instanceof Reach.Structures
                        ? " where one_structure = any (:reach) or two_structure = any (:reach)"
                        : "";
        JdbcClient.StatementSpec asked =
                sql.sql(
                                "select * from ("
                                        + DELEGATIONS
                                        + " union all "
                                        + STRUCTURES
                                        + ") c"
                                        + within
                                        + " order by from_day, holder, one_number limit :most")
                        .param("today", today)
                        .param("most", most);
        return (reach instanceof Reach.Structures(var ids)
                        ? asked.param("reach", ids.toArray(UUID[]::new))
                        : asked)
                .query((row, _) -> conflict(row, reach))
                .list();
    }

    private static Conflict conflict(ResultSet row, Reach reach) throws SQLException {
        Conflict.Side first = side(row, "one", reach);
        Conflict.Side second = side(row, "two", reach);
        String days =
                first instanceof Conflict.Side.Unnamed
                        ? "two_"
                        : second instanceof Conflict.Side.Unnamed ? "one_" : "";
        return new Conflict(
                Conflict.Kind.valueOf(row.getString("kind")),
                row.getObject("person", UUID.class),
                row.getString("holder"),
                first,
                second,
                row.getObject(days + (days.isEmpty() ? "from_day" : "from"), LocalDate.class),
                row.getObject(days + (days.isEmpty() ? "until_day" : "until"), LocalDate.class)
                        .minusDays(1),
                row.getBoolean("declared"));
    }

    private static Conflict.Side side(ResultSet row, String side, Reach reach) throws SQLException {
        UUID structure = row.getObject(side + "_structure", UUID.class);
        boolean known =
                row.getBoolean(side + "_public")
                        || switch (reach) {
                            case Reach.Everywhere _ -> true;
                            case Reach.Structures(var ids) -> ids.contains(structure);
                        };
        return known
                ? new Conflict.Side.Named(
                        row.getObject(side, UUID.class), row.getLong(side + "_number"), structure)
                : new Conflict.Side.Unnamed();
    }
}
