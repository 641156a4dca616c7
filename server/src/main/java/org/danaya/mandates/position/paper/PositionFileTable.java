package org.danaya.mandates.position.paper;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Sha256;
import org.danaya.store.Moments;
import org.danaya.trust.signature.SignatureLevel;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code mandates.official_position_file}. Rows are only ever added. */
final class PositionFileTable {

    private final JdbcClient sql;

    PositionFileTable(JdbcClient sql) {
        this.sql = sql;
    }

    void add(UUID position, UUID seal, SignatureLevel level, byte[] content, Instant at) {
        sql.sql(
                        """
                        insert into mandates.official_position_file
                            (position, sha256, seal, level, content, made_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        position,
                        Sha256.of(content),
                        seal,
                        level.code(),
                        content,
                        Moments.column(at))
                .update();
    }

    boolean has(UUID position) {
        return sql.sql(
                        """
                        select exists (select from mandates.official_position_file
                        where position = ?)
                        """)
                .param(position)
                .query(Boolean.class)
                .single();
    }

    /** The position for which a file of this hash was given out. */
    Optional<UUID> position(byte[] sha256) {
        return sql.sql("select position from mandates.official_position_file where sha256 = ?")
                .param(sha256)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** The last one that was made. */
    Optional<byte[]> content(UUID position) {
        return sql.sql(
                        """
                        select content from mandates.official_position_file
                        where position = ? order by made_at desc limit 1
                        """)
                .param(position)
                .query(byte[].class)
                .optional();
    }
}
