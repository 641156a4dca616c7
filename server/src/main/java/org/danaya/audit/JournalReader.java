package org.danaya.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the journal for people, the newest first. */
@Repository
class JournalReader {

    private static final int FETCH = 1_000;
    private static final String COLUMNS =
            """
            select e.id, e.at, e.actor_kind, e.actor, e.role, e.act, e.subject, e.outcome, e.facts,
                e.request, e.address, l.position, l.hash
            from audit.entry e left join audit.link l on l.entry = e.id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;
    private final TransactionTemplate transaction;

    JournalReader(DataSource source, TransactionTemplate transaction) {
        this.jdbc = JdbcClient.create(source);
        this.streaming = new JdbcTemplate(source);
        this.streaming.setFetchSize(FETCH);
        this.transaction = transaction;
    }

    /** The entries before an id, at most so many. */
    List<JournalEntry> before(long id, JournalFilter filter, int limit) {
        List<Object> parameters = new ArrayList<>(filter.parameters());
        parameters.add(id);
        parameters.add(limit);
        return jdbc.sql(COLUMNS + where(filter) + "e.id < ? order by e.id desc limit ?")
                .params(parameters)
                .query((row, _) -> entry(row))
                .list();
    }

    /** The entry at a position. */
    Optional<JournalEntry> at(long position) {
        return jdbc.sql(COLUMNS + "where l.position = ?")
                .param(position)
                .query((row, _) -> entry(row))
                .optional();
    }

    /** Hands on the newest entries one by one, at most so many, in the order of a list. */
    void each(JournalFilter filter, int limit, Consumer<JournalEntry> reader) {
        List<Object> parameters = new ArrayList<>(filter.parameters());
        parameters.add(limit);
        transaction.executeWithoutResult(
                _ ->
                        streaming.query(
                                COLUMNS + where(filter) + "true order by e.id desc limit ?",
                                row -> {
                                    reader.accept(entry(row));
                                },
                                parameters.toArray()));
    }

    private static String where(JournalFilter filter) {
        return filter.conditions().isEmpty()
                ? "where "
                : "where " + String.join(" and ", filter.conditions()) + " and ";
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        byte[] hash = row.getBytes(13);
        return new JournalEntry(
                row.getLong(1),
                EntryTable.instant(row, 2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getObject(12, Long.class),
                hash == null ? null : HexFormat.of().formatHex(hash));
    }
}
