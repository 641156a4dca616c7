package org.danaya.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.danaya.base.Fault;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings each module's schema to the version of this program.
 *
 * <p>A module's scripts lie in {@code db/MODULE}, its tables in the schema of its name, its history
 * in that schema. A newer program migrates older data; an older program refuses newer data, before
 * it changes anything.
 */
public final class Migrations {

    /** The modules that keep tables, each after those that it may use. */
    public static final List<String> MODULES =
            List.of(
                    "store",
                    "backup",
                    "jobs",
                    "log",
                    "people",
                    "access",
                    "signin",
                    "audit",
                    "programs",
                    "witness",
                    "saved",
                    "authority",
                    "status",
                    "timestamp",
                    "trustlist",
                    "registration",
                    "signature",
                    "seal",
                    "mandates",
                    "consultation");

    private Migrations() {}

    /** Migrates every module, or faults at the first that can't be. */
    public static void run(DataSource source) {
        List<String> behind = behind(source);
        for (String module : behind) {
            try {
                flyway(source, module, MigrationVersion.LATEST).migrate();
            } catch (FlywayException e) {
                throw failed(e, module);
            }
        }
    }

    /**
     * Migrates every module to a version that it had before: a backup's.
     *
     * @param versions the version of each module; a module that isn't named is left out
     */
    public static void runTo(DataSource source, Map<String, String> versions) {
        for (String module : MODULES) {
            String version = versions.get(module);
            if (version != null) {
                try {
                    flyway(source, module, MigrationVersion.fromVersion(version)).migrate();
                } catch (FlywayException e) {
                    throw failed(e, module);
                }
            }
        }
    }

    /** By module, the versions that were run in a database, with their scripts' checksums. */
    public static Map<String, Map<String, Integer>> histories(Connection connection)
            throws SQLException {
        Map<String, Map<String, Integer>> histories = new TreeMap<>();
        SchemaHistories.read(connection)
                .versions()
                .forEach(
                        (module, versions) -> {
                            Map<String, Integer> history = new LinkedHashMap<>();
                            versions.forEach(
                                    (version, checksum) ->
                                            history.put(version.toString(), checksum));
                            histories.put(module, history);
                        });
        return histories;
    }

    /** Faults unless this program can take over data that were made by these scripts. */
    public static void requireOurs(Map<String, Map<String, Integer>> histories) {
        SchemaHistories read = SchemaHistories.of(histories);
        read.requireKnown(MODULES);
        MODULES.forEach(module -> isBehind(module, read.of(module)));
    }

    /**
     * The modules whose scripts haven't all been run, in order.
     *
     * @throws Fault if the data are newer than this program, or come from other scripts
     */
    private static List<String> behind(DataSource source) {
        try (Connection connection = source.getConnection()) {
            SchemaHistories histories = SchemaHistories.read(connection);
            histories.requireKnown(MODULES);
            return MODULES.stream()
                    .filter(module -> isBehind(module, histories.of(module)))
                    .toList();
        } catch (SQLException e) {
            throw failed(e, "store");
        }
    }

    private static boolean isBehind(String module, SortedMap<MigrationVersion, Integer> history) {
        SortedMap<MigrationVersion, Integer> scripts = MigrationScripts.of(module);
        history.forEach(
                (version, checksum) -> {
                    if (!scripts.containsKey(version)) {
                        throw new Fault(StoreFault.NEWER_DATA, module, version.toString());
                    }
                    if (!Objects.equals(scripts.get(version), checksum)) {
                        throw new Fault(StoreFault.OTHER_MIGRATION, module, version.toString());
                    }
                });
        return history.size() < scripts.size() || scripts.isEmpty();
    }

    private static Flyway flyway(DataSource source, String module, MigrationVersion target) {
        return Flyway.configure()
                .dataSource(source)
                .schemas(module)
                .locations("classpath:db/" + module)
                .ignoreMigrationPatterns(new String[0])
                .cleanDisabled(true)
                .target(target)
                .load();
    }

    private static Fault failed(Exception problem, String module) {
        return new Fault(
                problem, StoreFault.MIGRATION_FAILED, module, String.valueOf(problem.getMessage()));
    }
}
