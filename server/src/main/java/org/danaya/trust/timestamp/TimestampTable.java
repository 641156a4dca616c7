package org.danaya.trust.timestamp;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Blocks of serials, and which leaf of the log has which tokens. */
final class TimestampTable {

    private final JdbcClient jdbc;

    TimestampTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reserves a block. False where it was taken before. */
    boolean reserve(long block, Instant now) {
        return jdbc.sql(
                                """
                                insert into timestamp.block (block, reserved_at) values (?, ?)
                                on conflict do nothing
                                """)
                        .params(block, Timestamp.from(now))
                        .update()
                == 1;
    }

    /**
     * Keeps what a leaf holds.
     *
     * @param first the lowest count among its tokens
     * @param last the highest
     * @param latest the latest time in them
     */
    void insert(long block, long first, long last, Instant latest, String reference) {
        jdbc.sql(
                        """
                        insert into timestamp.batch (block, first, last, latest, reference)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        block,
                        first,
                        last,
                        OffsetDateTime.ofInstant(latest, ZoneOffset.UTC),
                        reference)
                .update();
    }

    /** The latest time that any token has; nothing where there is none. */
    Optional<Instant> latest() {
        return jdbc.sql("select max(latest) from timestamp.batch")
                .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(Timestamp::toInstant);
    }

    /** The references of the leaves that may have the token of a serial. */
    List<String> references(long block, long count) {
        return jdbc.sql(
                        """
                        select reference from timestamp.batch
                        where block = ? and first <= ? and last >= ?
                        order by first
                        """)
                .params(block, count, count)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
