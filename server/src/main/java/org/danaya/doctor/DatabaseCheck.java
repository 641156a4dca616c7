package org.danaya.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.danaya.base.Fault;
import org.danaya.store.DatabaseAddress;
import org.danaya.store.Migrations;

/** Whether the database answers, keeps what it's told, and is one that this program can use. */
final class DatabaseCheck implements DoctorCheck {

    private static final long MEBIBYTE = 1 << 20;
    private static final double NEARLY = 0.8;

    /** What must be on for nothing to be lost. */
    private static final List<String> DURABILITY =
            List.of("fsync", "full_page_writes", "synchronous_commit");

    @Override
    public List<Finding> look(Patient patient) {
        if (patient.database().isEmpty()) {
            return List.of();
        }
        DatabaseAddress address = patient.database().get();
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = address.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            findings.add(Finding.good("database", setting(statement, "server_version")));
            findings.add(size(statement));
            findings.add(durability(statement));
            findings.add(
                    setting(statement, "data_checksums").equals("on")
                            ? Finding.good("database-checksums")
                            : Finding.wrong("database-checksums-off"));
            findings.add(connections(statement));
            findings.add(migrations(connection));
            findings.add(time(statement, patient));
        } catch (SQLException e) {
            findings.add(
                    Finding.wrong(
                            "database-silent", address.shownUrl(), String.valueOf(e.getMessage())));
        }
        return findings;
    }

    private static Finding size(Statement statement) throws SQLException {
        long bytes = number(statement, "select pg_database_size(current_database())");
        return Finding.good("database-size", bytes / MEBIBYTE);
    }

    private static Finding durability(Statement statement) throws SQLException {
        for (String name : DURABILITY) {
            if (setting(statement, name).equals("off")) {
                return Finding.wrong("database-not-durable", name);
            }
        }
        return Finding.good("database-durable");
    }

    private static Finding connections(Statement statement) throws SQLException {
        long used =
                number(
                        statement,
                        "select count(*) from pg_stat_activity where backend_type = 'client backend'");
        long most = Long.parseLong(setting(statement, "max_connections"));
        return used < most * NEARLY
                ? Finding.good("database-connections", used, most)
                : Finding.wrong("database-connections-scarce", used, most);
    }

    private static Finding migrations(Connection connection) throws SQLException {
        try {
            Migrations.requireOurs(Migrations.histories(connection));
            return Finding.good("database-schema");
        } catch (Fault e) {
            return Finding.wrong(
                    "database-schema-other", e.facts().getFirst(), e.facts().getLast());
        }
    }

    private static Finding time(Statement statement, Patient patient) throws SQLException {
        long theirs =
                number(statement, "select (extract(epoch from clock_timestamp()) * 1000)::bigint");
        long apart = Math.abs(theirs - patient.clock().millis()) / 1000;
        return apart <= 2
                ? Finding.good("clock-database")
                : Finding.wrong("clock-database-apart", apart);
    }

    private static String setting(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
