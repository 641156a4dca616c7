package org.danaya.log;

import java.time.Duration;
import java.time.Instant;
import org.danaya.base.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the log is, from the database alone.
 *
 * @param placed leaves that have their place in the tree
 * @param waiting leaves that have none yet, counted up to {@link #MOST_WAITING}
 * @param oldest when the first of them was made; null where none waits
 * @param halt null while the log runs
 */
public record LogFigures(
        String origin,
        long publishedSize,
        @Nullable Instant publishedAt,
        long placed,
        long waiting,
        @Nullable Instant oldest,
        @Nullable Halt halt) {

    /** Counting goes no further. */
    public static final int MOST_WAITING = 100_000;

    /** Reads them. */
    static LogFigures read(JdbcClient jdbc) {
        IdentityTable.Identity identity =
                new IdentityTable(jdbc).read().orElseThrow(() -> new Fault(LogFault.NOT_BEGUN));
        LeafTable.Queue queue = new LeafTable(jdbc).queue(MOST_WAITING);
        return new LogFigures(
                identity.origin(),
                identity.publishedSize(),
                identity.publishedAt(),
                new TreeHeadTable(jdbc).latest().size(),
                queue.waiting(),
                queue.oldest(),
                identity.halt());
    }

    /** How long the leaf that has waited longest has waited. */
    public Duration lag(Instant now) {
        Instant first = oldest;
        return first == null || first.isAfter(now) ? Duration.ZERO : Duration.between(first, now);
    }
}
