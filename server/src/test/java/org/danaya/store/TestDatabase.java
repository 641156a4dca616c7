package org.danaya.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Real databases for tests: one embedded cluster for the whole run, and a fresh, migrated database
 * for whoever asks.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    /** A new database, with every module's schema, of its own for the caller. */
    public static DatabaseAddress fresh() {
        DatabaseAddress cluster = Holder.ADDRESS;
        String name = "test_" + NUMBER.incrementAndGet();
        JdbcClient.create(cluster.database("postgres").dataSource())
                .sql("create database " + name + " template template_danaya")
                .update();
        return cluster.database(name);
    }

    /** A data source on a new database; every call of it opens a connection. */
    public static PGSimpleDataSource freshSource() {
        return fresh().dataSource();
    }

    /**
     * Starts the cluster at the first use, and prepares the database that others are copied from.
     */
    private static final class Holder {

        static final DatabaseAddress ADDRESS = start();

        private static DatabaseAddress start() {
            try {
                Path folder = Files.createTempDirectory("danaya-tests-");
                EmbeddedPostgres server = EmbeddedPostgres.start(Home.open(folder));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
                DatabaseAddress address = server.address();
                JdbcClient.create(address.database("postgres").dataSource())
                        .sql("create database template_danaya")
                        .update();
                Migrations.run(address.database("template_danaya").dataSource());
                return address;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server, Path folder) {
            server.close();
            Folders.delete(folder);
        }
    }
}
