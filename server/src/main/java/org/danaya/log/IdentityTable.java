package org.danaya.log;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log is and how far it has come, in the one row of {@code log.identity}. */
final class IdentityTable {

    private final JdbcClient jdbc;

    IdentityTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The row.
     *
     * @param ed25519Key the verifier key of the note signature
     * @param mlDsa44Key the verifier key of the ML-DSA-44 cosignature
     * @param publishedSize leaves in the latest published checkpoint
     * @param halt null while the log runs
     */
    record Identity(
            String origin,
            String ed25519Key,
            String mlDsa44Key,
            Instant createdAt,
            long publishedSize,
            @Nullable Instant publishedAt,
            @Nullable Halt halt) {}

    Optional<Identity> read() {
        return jdbc.sql(
                        """
                        select origin, ed25519_key, ml_dsa_44_key, created_at, published_size,
                            published_at, halt_reason, halt_detail, halted_at
                        from log.identity
                        """)
                .query(
                        (row, _) -> {
                            String reason = row.getString(7);
                            return new Identity(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getTimestamp(4).toInstant(),
                                    row.getLong(5),
                                    instant(row.getTimestamp(6)),
                                    reason == null
                                            ? null
                                            : new Halt(
                                                    Halt.Reason.of(reason),
                                                    row.getString(8),
                                                    row.getTimestamp(9).toInstant()));
                        })
                .optional();
    }

    void create(String origin, String ed25519Key, String mlDsa44Key, Instant now) {
        jdbc.sql(
                        """
                        insert into log.identity (origin, ed25519_key, ml_dsa_44_key, created_at)
                        values (?, ?, ?, ?)
                        """)
                .params(origin, ed25519Key, mlDsa44Key, Timestamp.from(now))
                .update();
    }

    /** Marks a size published; a smaller one changes nothing. */
    void published(long size, Instant now) {
        jdbc.sql(
                        """
                        update log.identity set published_size = ?, published_at = ?
                        where published_size <= ?
                        """)
                .params(size, Timestamp.from(now), size)
                .update();
    }

    /** Halts the log; the first reason stays. */
    void halt(Halt halt) {
        jdbc.sql(
                        """
                        update log.identity set halt_reason = ?, halt_detail = ?, halted_at = ?
                        where halted_at is null
                        """)
                .params(halt.reason().code(), halt.detail(), Timestamp.from(halt.since()))
                .update();
    }

    void clearHalt() {
        jdbc.sql(
                        """
                        update log.identity
                        set halt_reason = null, halt_detail = null, halted_at = null
                        """)
                .update();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
