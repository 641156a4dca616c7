package org.danaya.mandates.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code mandates.list}, {@code mandates.batch} and {@code mandates.batch_mandate}. */
@Component
class BulkTable {

    private final JdbcClient sql;

    BulkTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A list that somebody uploaded. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Kept(
            UUID id, UUID account, UUID office, String name, byte[] content, Instant uploadedAt) {}

    /** Mandates that were drafted together. */
    record Batch(UUID id, UUID account, UUID office, String name, Instant madeAt) {}

    void insert(Kept kept) {
        sql.sql(
                        """
                        insert into mandates.list (id, account, office, name, content, uploaded_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        kept.id(),
                        kept.account(),
                        kept.office(),
                        kept.name(),
                        kept.content(),
                        Moments.column(kept.uploadedAt()))
                .update();
    }

    Optional<Kept> find(UUID id, UUID account) {
        return sql.sql("select * from mandates.list where id = ? and account = ?")
                .params(id, account)
                .query(
                        (row, _) ->
                                new Kept(
                                        row.getObject("id", UUID.class),
                                        row.getObject("account", UUID.class),
                                        row.getObject("office", UUID.class),
                                        row.getString("name"),
                                        row.getBytes("content"),
                                        Moments.of(row, "uploaded_at")))
                .optional();
    }

    /** Whether it was still there. */
    boolean delete(UUID id) {
        return sql.sql("delete from mandates.list where id = ?").param(id).update() > 0;
    }

    /** Forgets lists that nobody sent. */
    int forget(Instant before) {
        return sql.sql("delete from mandates.list where uploaded_at < ?")
                .param(Moments.column(before))
                .update();
    }

    void insert(Batch batch, List<UUID> mandates) {
        sql.sql(
                        """
                        insert into mandates.batch (id, account, office, name, made_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        batch.id(),
                        batch.account(),
                        batch.office(),
                        batch.name(),
                        Moments.column(batch.madeAt()))
                .update();
        sql.sql(
                        """
                        insert into mandates.batch_mandate (batch, mandate)
                        select ?, m from unnest(?) as m
                        """)
                .params(batch.id(), mandates.toArray(UUID[]::new))
                .update();
    }

    Optional<Batch> batch(UUID id) {
        return sql.sql("select * from mandates.batch where id = ?")
                .param(id)
                .query(BulkTable::batch)
                .optional();
    }

    /** Its mandates, by number. */
    List<UUID> mandates(UUID batch) {
        return sql.sql(
                        """
                        select m.id from mandates.batch_mandate b
                        join mandates.mandate m on m.id = b.mandate
                        where b.batch = ? order by m.number
                        """)
                .param(batch)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getObject("office", UUID.class),
                row.getString("name"),
                Moments.of(row, "made_at"));
    }
}
