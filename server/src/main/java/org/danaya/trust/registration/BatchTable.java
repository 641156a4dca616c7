package org.danaya.trust.registration;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code registration.list}: lists of wanted certificates between preview and sending.
 */
@Component
class BatchTable {

    private final JdbcClient jdbc;

    BatchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A list that somebody uploaded. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Kept(
            UUID id,
            UUID account,
            String profile,
            UUID structure,
            String name,
            byte[] content,
            Instant uploadedAt) {}

    void insert(Kept kept) {
        jdbc.sql(
                        """
                        insert into registration.list
                            (id, account, profile, structure, name, content, uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        kept.id(),
                        kept.account(),
                        kept.profile(),
                        kept.structure(),
                        kept.name(),
                        kept.content(),
                        kept.uploadedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Kept> find(UUID id, UUID account) {
        return jdbc.sql("select * from registration.list where id = ? and account = ?")
                .params(id, account)
                .query(
                        (row, _) ->
                                new Kept(
                                        row.getObject("id", UUID.class),
                                        row.getObject("account", UUID.class),
                                        row.getString("profile"),
                                        row.getObject("structure", UUID.class),
                                        row.getString("name"),
                                        row.getBytes("content"),
                                        row.getTimestamp("uploaded_at").toInstant()))
                .optional();
    }

    /** Whether it was still there. */
    boolean delete(UUID id) {
        return jdbc.sql("delete from registration.list where id = ?").param(id).update() > 0;
    }

    /** Forgets lists that nobody sent. */
    int forget(Instant before) {
        return jdbc.sql("delete from registration.list where uploaded_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
