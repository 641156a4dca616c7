package org.danaya.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.danaya.base.Secret;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Real databases for tests: one embedded cluster for the whole run, and a fresh, migrated database
 * for whoever asks.
 *
 * <p>With {@code DANAYA_TEST_DATABASE_URL} in the environment, the databases are made in that
 * server instead, by the user in the URL's parameters, and dropped in the end.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String RUN = "test_" + ProcessHandle.current().pid() + "_";
    private static final String TEMPLATE = RUN + "template";

    private TestDatabase() {}

    /** A new database, with every module's schema, of its own for the caller. */
    public static DatabaseAddress fresh() {
        return create(" template " + TEMPLATE);
    }

    /** A new database with nothing in it. */
    public static DatabaseAddress empty() {
        return create("");
    }

    /** A data source on a new database; every call of it opens a connection. */
    public static PGSimpleDataSource freshSource() {
        return fresh().dataSource();
    }

    /** The server that the environment names instead of an embedded one. */
    public static Optional<DatabaseAddress> external() {
        return Optional.ofNullable(System.getenv("DANAYA_TEST_DATABASE_URL"))
                .map(
                        url -> {
                            Properties parts = Driver.parseURL(url, new Properties());
                            return new DatabaseAddress(
                                    url.replaceFirst("\\?.*$", ""),
                                    parts.getProperty("user"),
                                    Secret.of(parts.getProperty("password", "")));
                        });
    }

    /**
     * PostgreSQL's programs, unpacked once for all runs of this build: by one program, while the
     * others that run tests wait for it.
     */
    static synchronized Path binaries() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "postgres").toAbsolutePath());
        try (FileChannel channel =
                        FileChannel.open(
                                folder.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            return PostgresBinaries.unpacked(folder);
        }
    }

    private static DatabaseAddress create(String options) {
        DatabaseAddress cluster = Holder.ADDRESS;
        String name = RUN + NUMBER.incrementAndGet();
        execute(cluster, "create database " + name + options);
        Holder.MADE.add(name);
        return cluster.database(name);
    }

    private static void execute(DatabaseAddress cluster, String sql) {
        JdbcClient.create(cluster.database("postgres").dataSource()).sql(sql).update();
    }

    /**
     * Starts the cluster at the first use, and prepares the database that others are copied from.
     */
    private static final class Holder {

        static final ConcurrentLinkedQueue<String> MADE = new ConcurrentLinkedQueue<>();
        static final DatabaseAddress ADDRESS = start();

        private static DatabaseAddress start() {
            DatabaseAddress address = external().map(Holder::borrow).orElseGet(Holder::embedded);
            execute(address, "create database " + TEMPLATE);
            MADE.add(TEMPLATE);
            Migrations.run(address.database(TEMPLATE).dataSource());
            return address;
        }

        private static DatabaseAddress borrow(DatabaseAddress address) {
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () ->
                                            MADE.forEach(
                                                    name ->
                                                            execute(
                                                                    address,
                                                                    "drop database if exists "
                                                                            + name
                                                                            + " with (force)"))));
            return address;
        }

        private static DatabaseAddress embedded() {
            try {
                Path folder = Files.createTempDirectory("danaya-tests-");
                EmbeddedPostgres server = TestHome.startHasty(Home.open(folder));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
                return server.address();
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
