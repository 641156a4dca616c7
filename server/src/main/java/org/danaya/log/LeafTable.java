package org.danaya.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.danaya.base.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The leaves, in {@code log.leaf}; those that wait for a place, in {@code log.waiting}; the places
 * of the others, in {@code log.place}.
 */
final class LeafTable {

    private final JdbcClient jdbc;

    LeafTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A leaf that has no place yet. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Waiting(long id, byte[] entry) {}

    /** A leaf with its place. Salt and content are null once erased. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Placed(
            long index,
            String kind,
            byte[] entry,
            String reference,
            byte @Nullable [] salt,
            byte @Nullable [] content) {}

    /** A leaf as its module knows it; the index is null while it waits. */
    record Found(String reference, @Nullable Long index, boolean erased) {}

    void insert(List<LeafMaker.Made> leaves) {
        int count = leaves.size();
        String[] kinds = new String[count];
        long[] times = new long[count];
        byte[][] entries = new byte[count][];
        byte[][] salts = new byte[count][];
        byte[][] contents = new byte[count][];
        String[] references = new String[count];
        Boolean[] permanents = new Boolean[count];
        for (int i = 0; i < count; i++) {
            LeafMaker.Made leaf = leaves.get(i);
            kinds[i] = leaf.leaf().kind();
            times[i] = leaf.entry().time().getEpochSecond();
            entries[i] = leaf.entry().toBytes();
            salts[i] = leaf.salt();
            contents[i] = leaf.leaf().content();
            references[i] = leaf.leaf().reference();
            permanents[i] = leaf.leaf().permanent();
        }
        jdbc.sql(
                        """
                        with made as (
                            insert into log.leaf (kind, made_at, entry, salt, content, reference,
                                permanent)
                            select kind, to_timestamp(made_at), entry, salt, content, reference,
                                permanent
                            from unnest(?::text[], ?::bigint[], ?::bytea[], ?::bytea[],
                                    ?::bytea[], ?::text[], ?::boolean[]) with ordinality
                                as l (kind, made_at, entry, salt, content, reference, permanent,
                                    n)
                            order by n
                            returning id)
                        insert into log.waiting (id) select id from made
                        """)
                .params(kinds, times, entries, salts, contents, references, permanents)
                .update();
    }

    void insert(LeafMaker.Made leaf) {
        jdbc.sql(
                        """
                        with made as (
                            insert into log.leaf (kind, made_at, entry, salt, content, reference,
                                permanent)
                            values (?, to_timestamp(?), ?, ?, ?, ?, ?)
                            returning id)
                        insert into log.waiting (id) select id from made
                        """)
                .params(
                        leaf.leaf().kind(),
                        leaf.entry().time().getEpochSecond(),
                        leaf.entry().toBytes(),
                        leaf.salt(),
                        leaf.leaf().content(),
                        leaf.leaf().reference(),
                        leaf.leaf().permanent())
                .update();
    }

    /** The leaves that have waited longest, in the order of arrival. */
    List<Waiting> waiting(int limit) {
        return jdbc.sql(
                        """
                        select id, entry from log.waiting join log.leaf using (id)
                        order by id limit ?
                        """)
                .param(limit)
                .query((row, _) -> new Waiting(row.getLong(1), row.getBytes(2)))
                .list();
    }

    /** Gives these leaves, which wait, their places from {@code first} on. */
    void place(long[] ids, long first) {
        int placed =
                jdbc.sql(
                                """
                                with gone as (
                                    delete from log.waiting where id = any(?) returning id)
                                insert into log.place (leaf_index, id)
                                select ? + row_number() over (order by id) - 1, id from gone
                                """)
                        .params(ids, first)
                        .update();
        if (placed != ids.length) {
            throw new IllegalStateException(placed + " of " + ids.length + " leaves were placed");
        }
    }

    /** The leaves from one index to before another, in order. */
    List<Placed> placed(long from, long to) {
        return range(
                from,
                to,
                "leaf_index, kind, entry, reference, salt, content",
                (row, _) -> placed(row));
    }

    /** What a check compares. Salt and content are null once erased. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Kept(
            long index,
            String kind,
            byte[] entry,
            byte @Nullable [] salt,
            byte @Nullable [] content) {}

    /** What is kept of the leaves from one index to before another, in order. */
    List<Kept> kept(long from, long to) {
        return range(
                from,
                to,
                "leaf_index, kind, entry, salt, content",
                (row, _) ->
                        new Kept(
                                row.getLong(1),
                                row.getString(2),
                                row.getBytes(3),
                                row.getBytes(4),
                                row.getBytes(5)));
    }

    /** The entries from one index to before another, in order; fewer where some are missing. */
    List<byte[]> entries(long from, long to) {
        return range(from, to, "entry", (row, _) -> row.getBytes(1));
    }

    /** A placed leaf's names. */
    record Named(long index, String kind, String reference) {}

    /** The names of the leaves from one index to before another, in order. */
    List<Named> named(long from, long to) {
        return range(
                from,
                to,
                "leaf_index, kind, reference",
                (row, _) -> new Named(row.getLong(1), row.getString(2), row.getString(3)));
    }

    Optional<Placed> byIndex(long index) {
        return placed(index, index + 1).stream().findFirst();
    }

    Optional<Found> byReference(String reference) {
        return jdbc.sql(
                        """
                        select reference, leaf_index, salt is null
                        from log.leaf left join log.place using (id)
                        where reference = ?
                        """)
                .param(reference)
                .query(
                        (row, _) ->
                                new Found(
                                        row.getString(1),
                                        row.getObject(2, Long.class),
                                        row.getBoolean(3)))
                .optional();
    }

    /**
     * Destroys what a leaf commits to. False where there was nothing left to destroy.
     *
     * @throws Fault {@link LogFault#PERMANENT}
     */
    boolean erase(String reference) {
        requireErasable(reference);
        return jdbc.sql(
                                """
                                update log.leaf set salt = null, content = null
                                where reference = ? and salt is not null
                                """)
                        .param(reference)
                        .update()
                == 1;
    }

    /**
     * Ends where a leaf isn't one that may never be erased.
     *
     * @throws Fault {@link LogFault#PERMANENT}
     */
    void requireErasable(String reference) {
        boolean permanent =
                jdbc.sql("select permanent from log.leaf where reference = ?")
                        .param(reference)
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
        if (permanent) {
            throw new Fault(LogFault.PERMANENT, reference);
        }
    }

    /** A leaf that neither has a place nor waits for one; there must be none. */
    Optional<String> lost() {
        return jdbc.sql(
                        """
                        select reference from log.leaf l
                        where not exists (select from log.place p where p.id = l.id)
                            and not exists (select from log.waiting w where w.id = l.id)
                        limit 1
                        """)
                .query(String.class)
                .optional();
    }

    /** How many wait, counted up to a limit, and since when. */
    Queue queue(int limit) {
        return jdbc.sql(
                        """
                        select count(*), min(made_at) from
                            (select made_at from log.waiting join log.leaf using (id)
                             order by id limit ?) w
                        """)
                .param(limit)
                .query(
                        (row, _) -> {
                            var oldest = row.getTimestamp(2);
                            return new Queue(
                                    row.getLong(1), oldest == null ? null : oldest.toInstant());
                        })
                .single();
    }

    /** The waiting leaves: how many, and when the oldest was made. */
    record Queue(long waiting, @Nullable Instant oldest) {}

    /**
     * Columns of the leaves from one index to before another, in order. Leaves are placed nearly in
     * the order of arrival, so one scan of a narrow range of both tables finds them, however large
     * the tables are.
     */
    private <T> List<T> range(long from, long to, String columns, RowMapper<T> rows) {
        return jdbc.sql(
                        """
                        with p as materialized (
                            select leaf_index, id from log.place
                            where leaf_index >= ? and leaf_index < ?)
                        select %s from p join log.leaf using (id)
                        where id >= (select min(id) from p) and id <= (select max(id) from p)
                        order by leaf_index
                        """
                                .formatted(columns))
                .params(from, to)
                .query(rows)
                .list();
    }

    private static Placed placed(ResultSet row) throws SQLException {
        return new Placed(
                row.getLong(1),
                row.getString(2),
                row.getBytes(3),
                row.getString(4),
                row.getBytes(5),
                row.getBytes(6));
    }

    /** What the leaves of a stretch commit to, by index; what was erased isn't there. */
    Map<Long, LogProofs.Kept> contents(long from, int count) {
        Map<Long, LogProofs.Kept> kept = new HashMap<>();
        jdbc.sql(
                        """
                        select leaf_index, salt, content
                        from log.place join log.leaf using (id)
                        where leaf_index >= ? and leaf_index < ? and content is not null
                        """)
                .params(from, from + count)
                .query(
                        row -> {
                            kept.put(
                                    row.getLong(1),
                                    new LogProofs.Kept(row.getBytes(2), row.getBytes(3)));
                        });
        return kept;
    }
}
