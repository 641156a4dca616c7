package org.danaya.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code access.reset}. */
@Component
final class ResetTable {

    private final JdbcClient sql;

    ResetTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Writes it down; false if another one waits for the same account. */
    boolean insert(Reset.Asked asked) {
        return sql.sql(
                                """
                                insert into access.reset
                                (id, account_id, reason, asked_by, asked_at, state)
                                values (?, ?, ?, ?, ?, 'pending') on conflict do nothing
                                """)
                        .params(
                                asked.id(),
                                asked.account(),
                                asked.reason(),
                                asked.by(),
                                Moments.column(asked.at()))
                        .update()
                == 1;
    }

    void update(Reset reset) {
        UUID id = reset.asked().id();
        switch (reset) {
            case Reset.Pending _ -> {}
            case Reset.Approved(_, UUID by, Instant at) -> decide(id, "approved", by, null, at);
            case Reset.Refused(_, UUID by, String reason, Instant at) ->
                    decide(id, "refused", by, reason, at);
            case Reset.Withdrawn(_, Instant at) -> decide(id, "withdrawn", null, null, at);
        }
    }

    Optional<Reset> find(UUID id) {
        return sql.sql("select * from access.reset where id = ?")
                .param(id)
                .query(ResetTable::reset)
                .optional();
    }

    /** Finds it and keeps others from deciding it until the transaction ends. */
    Optional<Reset> lock(UUID id) {
        return sql.sql("select * from access.reset where id = ? for update")
                .param(id)
                .query(ResetTable::reset)
                .optional();
    }

    /** The newest of an account. */
    Optional<Reset> last(UUID account) {
        return sql.sql("select * from access.reset where account_id = ? order by id desc limit 1")
                .param(account)
                .query(ResetTable::reset)
                .optional();
    }

    /** Those that wait, the oldest first. */
    List<Reset> pending(int most) {
        return sql.sql("select * from access.reset where state = 'pending' order by id limit ?")
                .param(most)
                .query(ResetTable::reset)
                .list();
    }

    void withdrawOfAccount(UUID account, Instant at) {
        sql.sql(
                        """
                        update access.reset set state = 'withdrawn', decided_at = ?
                        where account_id = ? and state = 'pending'
                        """)
                .params(Arrays.asList(Moments.column(at), account))
                .update();
    }

    private void decide(
            UUID id, String state, @Nullable UUID by, @Nullable String reason, Instant at) {
        sql.sql(
                        """
                        update access.reset
                        set state = ?, decided_by = ?, decision_reason = ?, decided_at = ?
                        where id = ? and state = 'pending'
                        """)
                .params(Arrays.asList(state, by, reason, Moments.column(at), id))
                .update();
    }

    private static Reset reset(ResultSet row, int number) throws SQLException {
        Reset.Asked asked =
                new Reset.Asked(
                        row.getObject("id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getString("reason"),
                        row.getObject("asked_by", UUID.class),
                        Moments.of(row, "asked_at"));
        UUID by = row.getObject("decided_by", UUID.class);
        return switch (row.getString("state")) {
            case "pending" -> new Reset.Pending(asked);
            case "approved" -> new Reset.Approved(asked, by, Moments.of(row, "decided_at"));
            case "refused" ->
                    new Reset.Refused(
                            asked,
                            by,
                            row.getString("decision_reason"),
                            Moments.of(row, "decided_at"));
            case "withdrawn" -> new Reset.Withdrawn(asked, Moments.of(row, "decided_at"));
            case String other -> throw new SQLException("No such state: " + other);
        };
    }
}
