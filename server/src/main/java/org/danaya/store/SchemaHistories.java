package org.danaya.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.danaya.base.Fault;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Which scripts were run in a database, as Flyway keeps it in each module's schema.
 *
 * @param versions by module, the versions that were run with their scripts' checksums
 */
record SchemaHistories(Map<String, SortedMap<MigrationVersion, Integer>> versions) {

    static final String TABLE = "flyway_schema_history";

    private static final String FAILED = "a script was left unfinished";

    static SchemaHistories read(Connection connection) throws SQLException {
        Map<String, SortedMap<MigrationVersion, Integer>> versions = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet schemas =
                    statement.executeQuery(
                            "select schemaname from pg_tables where tablename = '" + TABLE + "'")) {
                while (schemas.next()) {
                    versions.put(schemas.getString(1), new TreeMap<>());
                }
            }
            if (!versions.isEmpty()) {
                readRows(statement, versions);
            }
        }
        return new SchemaHistories(versions);
    }

    /** Histories that were written down elsewhere. */
    static SchemaHistories of(Map<String, Map<String, Integer>> written) {
        Map<String, SortedMap<MigrationVersion, Integer>> versions = new TreeMap<>();
        written.forEach(
                (module, history) -> {
                    SortedMap<MigrationVersion, Integer> sorted = new TreeMap<>();
                    history.forEach(
                            (version, checksum) ->
                                    sorted.put(MigrationVersion.fromVersion(version), checksum));
                    versions.put(module, sorted);
                });
        return new SchemaHistories(versions);
    }

    /** What was run of a module; empty where nothing was. */
    SortedMap<MigrationVersion, Integer> of(String module) {
        return versions.getOrDefault(module, new TreeMap<>());
    }

    /** Faults where a module that this program doesn't have keeps data. */
    void requireKnown(Collection<String> modules) {
        versions.forEach(
                (module, history) -> {
                    if (!modules.contains(module) && !history.isEmpty()) {
                        throw new Fault(
                                StoreFault.NEWER_DATA, module, history.lastKey().toString());
                    }
                });
    }

    private static void readRows(
            Statement statement, Map<String, SortedMap<MigrationVersion, Integer>> versions)
            throws SQLException {
        String query =
                versions.keySet().stream()
                        .map(
                                schema ->
                                        """
                                        select '%1$s', version, checksum, success
                                        from "%1$s".%2$s where version is not null
                                        """
                                                .formatted(schema, TABLE))
                        .collect(Collectors.joining("union all "));
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                String schema = rows.getString(1);
                if (!rows.getBoolean(4)) {
                    throw new Fault(StoreFault.MIGRATION_FAILED, schema, FAILED);
                }
                SortedMap<MigrationVersion, Integer> history = versions.get(schema);
                if (history != null) {
                    history.put(MigrationVersion.fromVersion(rows.getString(2)), rows.getInt(3));
                }
            }
        }
    }
}
