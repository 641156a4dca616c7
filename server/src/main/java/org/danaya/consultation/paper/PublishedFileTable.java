package org.danaya.consultation.paper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Sha256;
import org.danaya.store.Moments;
import org.danaya.trust.signature.SignatureLevel;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consultation.publication_file}. Rows are only ever added. */
final class PublishedFileTable {

    private final JdbcClient sql;

    PublishedFileTable(JdbcClient sql) {
        this.sql = sql;
    }

    void add(UUID version, UUID seal, SignatureLevel level, byte[] content, Instant at) {
        sql.sql(
                        """
                        insert into consultation.publication_file
                            (version, sha256, seal, level, content, made_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        version,
                        Sha256.of(content),
                        seal,
                        level.code(),
                        content,
                        Moments.column(at))
                .update();
    }

    boolean has(UUID version) {
        return sql.sql(
                        """
                        select exists (select from consultation.publication_file
                        where version = ?)
                        """)
                .param(version)
                .query(Boolean.class)
                .single();
    }

    /** The last one that was made. */
    Optional<byte[]> content(UUID version) {
        return sql.sql(
                        """
                        select content from consultation.publication_file
                        where version = ? order by made_at desc limit 1
                        """)
                .param(version)
                .query(byte[].class)
                .optional();
    }

    /** Published versions without a file, the oldest first. */
    List<UUID> missing(int most) {
        return sql.sql(
                        """
                        select version from consultation.publication
                        where not exists (select from consultation.publication_file f
                            where f.version = publication.version)
                        order by published_at, version limit ?
                        """)
                .param(most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
