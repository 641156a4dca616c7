package org.danaya.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.danaya.base.Sha256;
import org.danaya.store.DatabaseAddress;
import org.danaya.store.Migrations;
import org.postgresql.PGConnection;

/**
 * The whole database at one moment: every table of every module, read in one repeatable-read
 * transaction while others go on writing.
 */
final class DatabaseCopy implements AutoCloseable {

    private static final int PART_BYTES = 8 << 20;

    private final Connection connection;

    /** Fixes the moment. */
    DatabaseCopy(DatabaseAddress address) throws SQLException {
        connection = address.dataSource().getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    /** By module, what its schema was made by. */
    Map<String, Map<String, Integer>> migrations() throws SQLException {
        return Migrations.histories(connection);
    }

    /** Writes every table of these schemas. */
    List<Manifest.Table> writeTables(List<String> schemas, PartWriter parts)
            throws SQLException, IOException {
        List<Manifest.Table> written = new ArrayList<>();
        for (Found table : find(schemas)) {
            written.add(write(table, parts));
        }
        return written;
    }

    /** The sequences that gave out a value, by qualified name. Not older than the tables. */
    Map<String, Long> sequences(List<String> schemas) throws SQLException {
        Map<String, Long> values = new TreeMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select format('%I.%I', schemaname, sequencename), last_value
                        from pg_sequences where schemaname = any (?) and last_value is not null
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return values;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private record Found(String schema, String name, boolean partitioned, List<String> columns) {}

    private List<Found> find(List<String> schemas) throws SQLException {
        List<Found> tables = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select n.nspname, c.relname, c.relkind = 'p',
                            array(select a.attname::text from pg_attribute a
                                where a.attrelid = c.oid and a.attnum > 0
                                    and not a.attisdropped and a.attgenerated = ''
                                order by a.attnum)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = any (?) and c.relkind in ('r', 'p')
                            and not c.relispartition
                        order by 1, 2
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.add(
                            new Found(
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getBoolean(3),
                                    List.of((String[]) rows.getArray(4).getArray())));
                }
            }
        }
        return tables;
    }

    private Manifest.Table write(Found table, PartWriter parts) throws SQLException, IOException {
        String columns =
                table.columns.stream().map(DatabaseCopy::quoted).collect(Collectors.joining(", "));
        String name = quoted(table.schema) + "." + quoted(table.name);
        String what =
                table.partitioned
                        ? "(select " + columns + " from " + name + ")"
                        : name + " (" + columns + ")";
        MessageDigest digest = Sha256.begin();
        String folder = new Manifest.Table(table.schema, table.name, table.columns, 0, "").folder();
        long rows;
        try (Parts out = new Parts(parts, folder, digest)) {
            rows =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy " + what + " to stdout", out);
        }
        return new Manifest.Table(
                table.schema,
                table.name,
                table.columns,
                rows,
                HexFormat.of().formatHex(digest.digest()));
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Cuts a table of unknown length into parts of a known one, as tar wants them. */
    private static final class Parts extends OutputStream {

        private final PartWriter parts;
        private final String folder;
        private final MessageDigest digest;
        private final byte[] buffer = new byte[PART_BYTES];
        private int length;
        private int number;

        Parts(PartWriter parts, String folder, MessageDigest digest) {
            this.parts = parts;
            this.folder = folder;
            this.digest = digest;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            digest.update(bytes, offset, count);
            int from = offset;
            int left = count;
            while (left > 0) {
                int taken = Math.min(left, buffer.length - length);
                System.arraycopy(bytes, from, buffer, length, taken);
                length += taken;
                from += taken;
                left -= taken;
                if (length == buffer.length) {
                    end();
                }
            }
        }

        @Override
        public void close() throws IOException {
            if (length > 0) {
                end();
            }
        }

        private void end() throws IOException {
            parts.write(folder + "%06d".formatted(++number), buffer, length);
            length = 0;
        }
    }
}
