package org.danaya.consultation.answer.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.danaya.trust.signature.SignatureLevel;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consultation.sealed_minutes}. Rows are only ever added. */
final class SealedMinutesTable {

    private final JdbcClient sql;

    SealedMinutesTable(JdbcClient sql) {
        this.sql = sql;
    }

    void add(UUID session, UUID seal, SignatureLevel level, byte[] pdf, Instant at) {
        sql.sql(
                        """
                        insert into consultation.sealed_minutes (session, seal, level, pdf, made_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(session, seal, level.code(), pdf, Moments.column(at))
                .update();
    }

    boolean has(UUID session) {
        return sql.sql(
                        """
                        select exists (select from consultation.sealed_minutes where session = ?)
                        """)
                .param(session)
                .query(Boolean.class)
                .single();
    }

    Optional<byte[]> pdf(UUID session) {
        return sql.sql("select pdf from consultation.sealed_minutes where session = ?")
                .param(session)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /** Closed sessions whose minutes bear no seal, the first closed first. */
    List<UUID> missing(int most) {
        return sql.sql(
                        """
                        select session from consultation.minutes where not exists (select
                            from consultation.sealed_minutes s where s.session = minutes.session)
                        order by closed_at limit ?
                        """)
                .param(most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
