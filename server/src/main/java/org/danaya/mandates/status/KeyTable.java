package org.danaya.mandates.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.danaya.store.Moments;
import org.danaya.verify.mandate.P256Key;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code mandates.signing_key}. */
final class KeyTable {

    private final JdbcClient sql;

    KeyTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Nobody else makes a key until the transaction ends. */
    void lock() {
        sql.sql("lock table mandates.signing_key in share row exclusive mode").update();
    }

    void insert(SigningKey key) {
        sql.sql("insert into mandates.signing_key values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        key.label(),
                        key.use().code(),
                        key.key().id().toBytes(),
                        key.key().spki(),
                        Moments.column(key.from()),
                        Moments.column(key.signsUntil()),
                        Moments.column(key.until()))
                .update();
    }

    /** Lets what a key signed be believed until an instant, at least. */
    void extend(String label, Instant until) {
        sql.sql("update mandates.signing_key set until_at = ? where label = ? and until_at < ?")
                .params(Moments.column(until), label, Moments.column(until))
                .update();
    }

    /** All that were ever made, the oldest first. */
    List<SigningKey> all() {
        return sql.sql("select * from mandates.signing_key order by from_at, label")
                .query(KeyTable::key)
                .list();
    }

    private static SigningKey key(ResultSet row, int number) throws SQLException {
        return new SigningKey(
                row.getString("label"),
                KeyUse.of(row.getString("use")),
                P256Key.ofSpki(row.getBytes("spki")).orThrow(),
                Moments.of(row, "from_at"),
                Moments.of(row, "signs_until"),
                Moments.of(row, "until_at"));
    }
}
