package org.danaya.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code access.invitation}. */
@Component
final class InvitationTable {

    /**
     * An invitation that still works.
     *
     * @param account for whom; null for somebody who has no account yet
     * @param role what the new account gets; null where there is an account
     */
    record Row(UUID id, @Nullable UUID account, @Nullable Role role) {}

    private final JdbcClient sql;

    InvitationTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Row row, byte[] tokenHash, Instant at, @Nullable UUID by, Instant expires) {
        sql.sql(
                        """
                        insert into access.invitation
                        (id, account_id, role, token_hash, made_at, made_by, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Arrays.asList(
                                row.id(),
                                row.account(),
                                row.role() == null ? null : row.role().code(),
                                tokenHash,
                                Moments.column(at),
                                by,
                                Moments.column(expires)))
                .update();
    }

    Optional<Row> find(byte[] tokenHash, Instant at) {
        return sql.sql(
                        """
                        select id, account_id, role from access.invitation
                        where token_hash = ? and ended_at is null and expires_at > ?
                        """)
                .params(Arrays.asList(tokenHash, Moments.column(at)))
                .query(
                        (row, _) ->
                                new Row(
                                        row.getObject("id", UUID.class),
                                        row.getObject("account_id", UUID.class),
                                        role(row.getString("role"))))
                .optional();
    }

    /** Uses it up; false if somebody else did meanwhile. */
    boolean use(UUID id, Instant at) {
        return sql.sql(
                                """
                                update access.invitation set ended_at = ?, ended_how = 'used'
                                where id = ? and ended_at is null
                                """)
                        .params(Arrays.asList(Moments.column(at), id))
                        .update()
                == 1;
    }

    void endOfAccount(UUID account, String how, Instant at) {
        sql.sql(
                        """
                        update access.invitation set ended_at = ?, ended_how = ?
                        where account_id = ? and ended_at is null
                        """)
                .params(Arrays.asList(Moments.column(at), how, account))
                .update();
    }

    void replaceNewcomers(Role role, Instant at) {
        sql.sql(
                        """
                        update access.invitation set ended_at = ?, ended_how = 'replaced'
                        where account_id is null and role = ? and ended_at is null
                        """)
                .params(Arrays.asList(Moments.column(at), role.code()))
                .update();
    }

    private static @Nullable Role role(@Nullable String code) {
        return code == null ? null : Role.of(code).orElseThrow();
    }
}
