package org.danaya.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.danaya.store.DatabaseAddress;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills a database whose schemas are there, in one transaction. Foreign keys and triggers are
 * lifted while it's filled and put back before the commit, which checks every reference again; the
 * owner of the tables may do so, no superuser is needed.
 */
final class DatabaseLoad implements AutoCloseable {

    private final Connection connection;
    private final List<String> schemas;
    private final List<String> restoring = new ArrayList<>();
    private @Nullable CopyIn copy;

    DatabaseLoad(DatabaseAddress address, List<String> schemas) throws SQLException {
        this.schemas = schemas;
        connection = address.dataSource().getConnection();
        connection.setAutoCommit(false);
    }

    /** Empties the tables and lifts what depends on the order of filling. */
    void begin() throws SQLException {
        List<String> lifting = new ArrayList<>();
        String ours = "any (array[" + literals(schemas) + "])";
        query(
                """
                select format('alter table %%I.%%I drop constraint %%I', n.nspname, c.relname, k.conname),
                    format('alter table %%I.%%I add constraint %%I %%s', n.nspname, c.relname, k.conname,
                        pg_get_constraintdef(k.oid))
                from pg_constraint k join pg_class c on c.oid = k.conrelid
                    join pg_namespace n on n.oid = c.relnamespace
                where k.contype = 'f' and k.conparentid = 0 and n.nspname = %s
                """
                        .formatted(ours),
                lifting,
                restoring);
        List<String> emptying = new ArrayList<>();
        query(
                """
                select format('alter table %%I.%%I disable trigger %%I', n.nspname, c.relname, t.tgname),
                    format('alter table %%I.%%I enable %%s trigger %%I', n.nspname, c.relname,
                        case t.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end,
                        t.tgname)
                from pg_trigger t join pg_class c on c.oid = t.tgrelid
                    join pg_namespace n on n.oid = c.relnamespace
                where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D'
                    and n.nspname = %s
                """
                        .formatted(ours),
                emptying,
                restoring);
        query(
                """
                select format('truncate %%I.%%I', n.nspname, c.relname), ''
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = %s
                """
                        .formatted(ours),
                emptying,
                new ArrayList<>());
        execute(lifting);
        execute(emptying);
    }

    /** Begins a table; its parts follow. */
    void begin(Manifest.Table table) throws SQLException {
        String columns =
                table.columns().stream()
                        .map(DatabaseCopy::quoted)
                        .collect(Collectors.joining(", "));
        copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy %s.%s (%s) from stdin"
                                        .formatted(
                                                DatabaseCopy.quoted(table.schema()),
                                                DatabaseCopy.quoted(table.name()),
                                                columns));
    }

    /** Adds bytes of the table that was begun. */
    void write(byte[] bytes, int length) throws SQLException {
        if (copy != null) {
            copy.writeToCopy(bytes, 0, length);
        }
    }

    /** Ends the table; gives how many rows it got. */
    long end() throws SQLException {
        CopyIn ended = copy;
        copy = null;
        return ended == null ? 0 : ended.endCopy();
    }

    /** Sets the sequences, puts back what was lifted, and commits. */
    void commit(Map<String, Long> sequences) throws SQLException {
        for (Map.Entry<String, Long> sequence : sequences.entrySet()) {
            try (var statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
                statement.setString(1, sequence.getKey());
                statement.setLong(2, sequence.getValue());
                statement.execute();
            }
        }
        execute(restoring);
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        if (copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
        connection.close();
    }

    private void query(String sql, List<String> first, List<String> second) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                first.add(rows.getString(1));
                second.add(rows.getString(2));
            }
        }
    }

    private void execute(List<String> commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static String literals(List<String> names) {
        return names.stream()
                .map(name -> "'" + name.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
    }
}
