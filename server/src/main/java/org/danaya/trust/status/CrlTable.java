package org.danaya.trust.status;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers of revocation lists, and what was published last. */
final class CrlTable {

    private final JdbcClient jdbc;

    CrlTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was published last of a list.
     *
     * @param path of its file
     */
    record Published(
            String path, long number, Instant thisUpdate, Instant nextUpdate, int entries) {}

    /** Whether the database is one that has lists. */
    static boolean isThere(JdbcClient jdbc) {
        return jdbc.sql("select to_regclass('status.crl') is not null")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Takes the next number of a list. It is never taken again, whatever comes of it. */
    long next(String path) {
        return jdbc.sql(
                        """
                        insert into status.crl as c (path, number) values (?, 1)
                        on conflict (path) do update set number = c.number + 1
                        returning number
                        """)
                .param(path)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** Keeps what was published. */
    void published(Published list) {
        jdbc.sql(
                        """
                        update status.crl
                        set published = ?, this_update = ?, next_update = ?, entries = ?
                        where path = ?
                        """)
                .params(
                        list.number,
                        at(list.thisUpdate),
                        at(list.nextUpdate),
                        list.entries,
                        list.path)
                .update();
    }

    /** All lists that were ever published, by path. */
    List<Published> all() {
        return jdbc.sql(
                        """
                        select path, published, this_update, next_update, entries
                        from status.crl where published is not null order by path
                        """)
                .query(
                        (row, _) ->
                                new Published(
                                        row.getString(1),
                                        row.getLong(2),
                                        row.getTimestamp(3).toInstant(),
                                        row.getTimestamp(4).toInstant(),
                                        row.getInt(5)))
                .list();
    }

    private static OffsetDateTime at(Instant when) {
        return OffsetDateTime.ofInstant(when, ZoneOffset.UTC);
    }
}
