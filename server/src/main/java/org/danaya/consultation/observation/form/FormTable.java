package org.danaya.consultation.observation.form;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consultation.form_import}. */
final class FormTable {

    private final JdbcClient sql;

    FormTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A form that was read and waits; its content is JSON. */
    record Row(UUID id, UUID referral, UUID account, String name, String sha256, String content) {}

    void insert(Row row, Instant now) {
        sql.sql(
                        """
                        insert into consultation.form_import (id, referral, account, name, sha256, content,
                            made_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        row.id(),
                        row.referral(),
                        row.account(),
                        row.name(),
                        HexFormat.of().parseHex(row.sha256()),
                        row.content(),
                        Moments.column(now))
                .update();
    }

    Optional<Row> find(UUID id, UUID referral, UUID account) {
        return sql.sql(
                        """
                        select * from consultation.form_import
                        where id = ? and referral = ? and account = ?
                        """)
                .params(id, referral, account)
                .query(
                        (row, _) ->
                                new Row(
                                        id,
                                        referral,
                                        account,
                                        row.getString("name"),
                                        HexFormat.of().formatHex(row.getBytes("sha256")),
                                        row.getString("content")))
                .optional();
    }

    boolean delete(UUID id) {
        return sql.sql("delete from consultation.form_import where id = ?").param(id).update() > 0;
    }

    void deleteBefore(Instant time) {
        sql.sql("delete from consultation.form_import where made_at < ?")
                .param(Moments.column(time))
                .update();
    }
}
