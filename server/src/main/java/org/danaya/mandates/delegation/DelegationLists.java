package org.danaya.mandates.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.danaya.base.Reach;
import org.danaya.base.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of the table {@code mandates.delegation}. */
final class DelegationLists {

    /** As {@link Delegation#state} tells it. */
    private static final String STANDING =
            """
            (select d.*,
                (select count(*) from mandates.mandate m where m.delegation = d.id
                    and m.state not in ('withdrawn', 'revoked', 'replaced')) as members,
                case
                    when abandoned_at is not null then 'ABANDONED'
                    when report is not null then 'CLOSED'
                    when not exists (
                        select from mandates.mandate m join mandates.event e on e.mandate = m.id
                        where m.delegation = d.id and e.kind = 'effective') then 'CONSTITUTED'
                    when from_day > :today then 'NOTIFIED'
                    when until_day > :today then 'ON_MISSION'
                    else 'REPORT_DUE'
                end as standing
            from mandates.delegation d) d
            """;

    private final JdbcClient sql;
    private final Supplier<LocalDate> today;

    DelegationLists(JdbcClient sql, Supplier<LocalDate> today) {
        this.sql = sql;
        this.today = today;
    }

    List<DelegationSearch.Found> find(
            DelegationSearch search, String orderBy, long skipped, int most) {
        return asked(
                        "select *",
                        " order by %s number desc limit :most offset :skipped"
                                .formatted(orderBy.isEmpty() ? "" : orderBy + ","),
                        search)
                .param("most", most)
                .param("skipped", skipped)
                .query(DelegationLists::found)
                .list();
    }

    long count(DelegationSearch search) {
        return asked("select count(*)", "", search).query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(String what, String rest, DelegationSearch search) {
        List<String> all = new ArrayList<>(List.of("true"));
        Map<String, Object> given = new HashMap<>();
        given.put("today", today.get());
        String text = search.text().strip();
        if (text.toUpperCase(Locale.ROOT).matches("D-[0-9]{1,15}")) {
            all.add("number = :number");
            given.put("number", Long.valueOf(text.substring(2)));
        } else {
            List<String> patterns = SearchText.patterns(text);
            for (int i = 0; i < patterns.size(); i++) {
                all.add("search like :word" + i);
                given.put("word" + i, patterns.get(i));
            }
        }
        search.state()
                .ifPresent(
                        state -> {
                            all.add("standing = :standing");
                            given.put("standing", state.name());
                        });
        search.structure()
                .ifPresent(
                        id -> {
                            all.add("structure = :structure");
                            given.put("structure", id);
                        });
        if (search.reach() instanceof Reach.Structures(var ids)) {
            all.add("structure = any (:reach)");
            given.put("reach", ids.toArray(UUID[]::new));
        }
        return sql.sql(what + " from " + STANDING + " where " + String.join(" and ", all) + rest)
                .params(given);
    }

    private static DelegationSearch.Found found(ResultSet row, int number) throws SQLException {
        return new DelegationSearch.Found(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("event_fr"),
                row.getString("place"),
                row.getString("country"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class).minusDays(1),
                row.getObject("structure", UUID.class),
                Delegation.State.valueOf(row.getString("standing")),
                row.getLong("members"));
    }
}
