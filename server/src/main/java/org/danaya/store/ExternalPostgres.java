package org.danaya.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.base.SecretFile;
import org.danaya.base.Settings;

/** A PostgreSQL that somebody else runs: found, and fit for use or refused with the reason. */
final class ExternalPostgres {

    /** The least major version that the whole test suite runs on. */
    static final int LEAST_VERSION = 15;

    private static final int VERSION_UNIT = 10_000;

    private ExternalPostgres() {}

    /** What the settings say; empty where they name no external database. */
    static Optional<DatabaseAddress> find(Settings settings) {
        return settings.find(StoreSettings.DATABASE_URL)
                .map(
                        url ->
                                new DatabaseAddress(
                                        url,
                                        settings.get(StoreSettings.DATABASE_USER),
                                        settings.find(StoreSettings.DATABASE_PASSWORD_FILE)
                                                .map(SecretFile::read)
                                                .orElse(Secret.of(""))));
    }

    /** Faults unless the database answers and can hold what Danaya keeps. */
    static void check(DatabaseAddress address) {
        try (Connection connection = address.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                select current_setting('server_version_num')::int,
                                    current_setting('server_encoding'),
                                    has_database_privilege(current_database(), 'CREATE'),
                                    current_database()
                                """)) {
            row.next();
            int version = row.getInt(1) / VERSION_UNIT;
            if (version < LEAST_VERSION) {
                throw new Fault(StoreFault.DATABASE_TOO_OLD, version, LEAST_VERSION);
            }
            if (!row.getString(2).equals("UTF8")) {
                throw new Fault(StoreFault.DATABASE_ENCODING, row.getString(2));
            }
            if (!row.getBoolean(3)) {
                throw new Fault(StoreFault.DATABASE_RIGHTS, address.user(), row.getString(4));
            }
        } catch (SQLException e) {
            throw refusal(address, e);
        }
    }

    private static Fault refusal(DatabaseAddress address, SQLException problem) {
        String where = address.shownUrl();
        String state = String.valueOf(problem.getSQLState());
        if (state.startsWith("28")) {
            return new Fault(problem, StoreFault.DATABASE_REFUSES, where, address.user());
        }
        if (state.equals("3D000")) {
            return new Fault(problem, StoreFault.DATABASE_MISSING, where);
        }
        if (state.equals("42501")) {
            return new Fault(problem, StoreFault.DATABASE_RIGHTS, address.user(), where);
        }
        return new Fault(
                problem,
                StoreFault.DATABASE_UNREACHABLE,
                where,
                String.valueOf(problem.getMessage()));
    }
}
