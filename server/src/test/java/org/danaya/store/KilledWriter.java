package org.danaya.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.danaya.base.Fault;
import org.danaya.base.Settings;

/**
 * A program that is made to be killed: it opens a home and writes numbers, one transaction each,
 * and says each number once it is committed.
 */
final class KilledWriter {

    private KilledWriter() {}

    /** Arguments: the home, and the first number to write. */
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.of(StoreSettings.ALL, Map.of("home", arguments[0]));
        Store store;
        try {
            store = Store.open(settings);
        } catch (Fault e) {
            System.out.println("fault " + e.code().code());
            System.exit(3);
            return;
        }
        System.out.println("open " + Path.of(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        long number = Long.parseLong(arguments[1]);
        while (true) {
            try (Connection connection = store.address().dataSource().getConnection()) {
                write(connection, number);
            } catch (SQLException e) {
                // The database was killed under us: what was said stays said, go on after it.
                Thread.sleep(20);
            }
            number = next(store, number);
        }
    }

    private static void write(Connection connection, long from) throws SQLException {
        connection
                .createStatement()
                .execute("create table if not exists written (number bigint primary key)");
        try (PreparedStatement insert =
                connection.prepareStatement("insert into written values (?)")) {
            for (long number = from; ; number++) {
                insert.setLong(1, number);
                insert.executeUpdate();
                System.out.println("wrote " + number);
            }
        }
    }

    /** After a broken connection the last number may be written though it wasn't said. */
    private static long next(Store store, long before) throws InterruptedException {
        while (true) {
            try (Connection connection = store.address().dataSource().getConnection();
                    var row =
                            connection
                                    .createStatement()
                                    .executeQuery("select max(number) from written")) {
                row.next();
                return Math.max(before, row.getLong(1) + 1);
            } catch (SQLException e) {
                Thread.sleep(20);
            }
        }
    }
}
