package org.danaya.consultation.observation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consultation.batch}. Rows are only ever added. */
final class BatchTable {

    private static final String COLUMNS =
            """
            id, referral, place, account, at, receipt, observations, sha256, basis, signer, function,
            evidence
            """;

    private final JdbcClient sql;

    BatchTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Batch batch, byte[] content) {
        sql.sql(
                        """
                        insert into consultation.batch (id, referral, place, account, at, receipt,
                            observations, sha256, basis, signer, function, evidence, content)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        batch.id(),
                        batch.referral(),
                        batch.place(),
                        batch.account(),
                        Moments.column(batch.at()),
                        batch.receipt().code(),
                        batch.observations(),
                        HexFormat.of().parseHex(batch.sha256()),
                        batch.basis(),
                        batch.signer(),
                        batch.function(),
                        batch.evidence(),
                        content)
                .update();
    }

    Optional<Batch> find(UUID id) {
        return sql.sql("select " + COLUMNS + " from consultation.batch where id = ?")
                .param(id)
                .query(BatchTable::row)
                .optional();
    }

    Optional<byte[]> content(UUID id) {
        return sql.sql("select content from consultation.batch where id = ?")
                .param(id)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    List<Batch> of(UUID referral) {
        return sql.sql(
                        "select "
                                + COLUMNS
                                + " from consultation.batch where referral = ? order by place")
                .param(referral)
                .query(BatchTable::row)
                .list();
    }

    private static Batch row(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getObject("referral", UUID.class),
                row.getInt("place"),
                row.getObject("account", UUID.class),
                Moments.of(row, "at"),
                Receipt.of(row.getString("receipt")),
                row.getInt("observations"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getString("basis"),
                row.getString("signer"),
                row.getString("function"),
                row.getObject("evidence", UUID.class));
    }
}
