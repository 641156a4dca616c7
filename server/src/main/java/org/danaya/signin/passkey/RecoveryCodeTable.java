package org.danaya.signin.passkey;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code signin.recovery_code}. */
@Component
public final class RecoveryCodeTable {

    private final JdbcClient sql;

    RecoveryCodeTable(JdbcClient sql) {
        this.sql = sql;
    }

    public void insert(UUID id, UUID account, byte[] hash, Instant at) {
        sql.sql(
                        """
                        insert into signin.recovery_code (id, account_id, code_hash, made_at)
                        values (?, ?, ?, ?)
                        """)
                .params(id, account, hash, Moments.column(at))
                .update();
    }

    void forget(UUID account) {
        sql.sql("delete from signin.recovery_code where account_id = ?").param(account).update();
    }

    /** Uses a code up, and tells whose it was. */
    public Optional<UUID> use(byte[] hash, Instant at) {
        return sql.sql(
                        """
                        update signin.recovery_code set used_at = ?
                        where code_hash = ? and used_at is null returning account_id
                        """)
                .params(Moments.column(at), hash)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    public int left(UUID account) {
        return sql.sql(
                        """
                        select count(*) from signin.recovery_code
                        where account_id = ? and used_at is null
                        """)
                .param(account)
                .query(Integer.class)
                .single();
    }
}
