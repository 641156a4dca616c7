package org.danaya.trust.seal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Sha256;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A module's table of files that structures sealed, each for a subject of the module's own. Rows
 * are only ever added. The table has the columns {@code sha256}, {@code seal}, {@code level},
 * {@code content}, {@code made_at} and the subject's. For any number of threads.
 */
public final class SealedFiles {

    private final JdbcClient sql;
    private final String table;
    private final String subject;

    /**
     * @param table with its schema
     * @param subject the column of the subject's id
     */
    public SealedFiles(JdbcClient sql, String table, String subject) {
        this.sql = sql;
        this.table = table;
        this.subject = subject;
    }

    /** Adds what a seal made. */
    public void add(UUID id, Seals.Sealed made, Instant at) {
        byte[] content = made.file().bytes();
        sql.sql(
                        """
                        insert into %s (%s, sha256, seal, level, content, made_at)
                        values (?, ?, ?, ?, ?, ?)
                        """
                                .formatted(table, subject))
                .params(
                        id,
                        Sha256.of(content),
                        made.seal().id(),
                        made.seal().level().code(),
                        content,
                        Moments.column(at))
                .update();
    }

    /** Whether there is a file. */
    public boolean has(UUID id) {
        return sql.sql("select exists (select from %s where %s = ?)".formatted(table, subject))
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** The last one that was made. */
    public Optional<byte[]> content(UUID id) {
        return sql.sql(
                        "select content from %s where %s = ? order by made_at desc limit 1"
                                .formatted(table, subject))
                .param(id)
                .query(byte[].class)
                .optional();
    }

    /** The subject for which a file of this hash was given out. */
    public Optional<UUID> subject(byte[] sha256) {
        return sql.sql("select %s from %s where sha256 = ?".formatted(subject, table))
                .param(sha256)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    /**
     * Subjects of another table, with the same column, for which there is no file yet.
     *
     * @param of the other table, with its schema
     * @param since its column that the first come first by
     */
    public List<UUID> missing(String of, String since, int most) {
        return sql.sql(
                        """
                        select o.%1$s from %2$s o where not exists
                            (select from %3$s f where f.%1$s = o.%1$s)
                        order by o.%4$s, o.%1$s limit ?
                        """
                                .formatted(subject, of, table, since))
                .param(most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
