package org.danaya.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.danaya.base.Fault;
import org.danaya.base.Secret;

/**
 * A PostgreSQL server of this installation's own, on loopback, with durability on.
 *
 * <p>PostgreSQL refuses to run as root; started by root, it runs in a user namespace of its own
 * ({@code unshare}), where its files still belong to root.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String USER = "danaya";
    private static final String DATABASE = "danaya";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final int port;
    private final Secret password;
    private final Process process;

    private EmbeddedPostgres(int port, Secret password, Process process) {
        this.port = port;
        this.password = password;
        this.process = process;
    }

    /** Starts the server of this home; makes its cluster the first time. Ends when it answers. */
    public static EmbeddedPostgres start(Home home) {
        Path log = home.data().resolve("postgres.log");
        try {
            Path binaries = PostgresBinaries.unpacked(home.data());
            Path cluster = home.data().resolve("cluster");
            Secret password = password(home.keys().resolve("database.password"));
            if (Files.notExists(cluster.resolve("PG_VERSION"))) {
                initialise(binaries, cluster, home.keys().resolve("database.password"), log);
            }
            stopOrphan(cluster);
            int port = freePort();
            Process process = launch(binaries, cluster, port, log);
            EmbeddedPostgres server = new EmbeddedPostgres(port, password, process);
            server.awaitAnswer();
            return server;
        } catch (IOException e) {
            throw new Fault(e, StoreFault.POSTGRES_FAILED, String.valueOf(e.getMessage()), log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(e, StoreFault.POSTGRES_FAILED, "interrupted", log);
        }
    }

    /** Where the server is. */
    public DatabaseAddress address() {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, USER, password);
    }

    /** Stops the server: connections are cut, everything committed is on disk. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Secret password(Path file) throws IOException {
        if (Files.notExists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Secret.of(Files.readString(file).strip());
    }

    private static void initialise(Path binaries, Path cluster, Path password, Path log)
            throws IOException, InterruptedException {
        List<String> command =
                command(
                        binaries.resolve("bin/initdb").toString(),
                        "--pgdata=" + cluster,
                        "--username=" + USER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--data-checksums");
        Process process = builder(command, log).start();
        if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)
                || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("initdb ended with an error");
        }
    }

    private static Process launch(Path binaries, Path cluster, int port, Path log)
            throws IOException {
        List<String> command =
                command(binaries.resolve("bin/postgres").toString(), "-D", cluster.toString());
        List<String> options =
                List.of(
                        "listen_addresses=127.0.0.1",
                        "port=" + port,
                        "unix_socket_directories=",
                        "max_connections=64",
                        "shared_buffers=128MB",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "timezone=UTC",
                        "log_timezone=UTC");
        options.forEach(option -> command.addAll(List.of("-c", option)));
        return builder(command, log).start();
    }

    /** A command that root runs in a user namespace, because PostgreSQL refuses root. */
    private static List<String> command(String... words) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.addAll(List.of(words));
        return command;
    }

    private static ProcessBuilder builder(List<String> command, Path log) {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /** Ends a server that a killed program left behind on this cluster. */
    private static void stopOrphan(Path cluster) throws IOException, InterruptedException {
        Path file = cluster.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        ProcessHandle orphan = ProcessHandle.of(pid).orElse(null);
        if (orphan == null || !isPostgresOf(pid, cluster)) {
            Files.delete(file);
            return;
        }
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
        orphan.onExit().orTimeout(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static boolean isPostgresOf(long pid, Path cluster) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        return Files.exists(commandLine)
                && Files.readString(commandLine, StandardCharsets.ISO_8859_1)
                        .contains(cluster.toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IOException("postgres ended with code " + process.exitValue());
            }
            if (answers()) {
                return;
            }
            Thread.sleep(20);
        }
        throw new IOException("postgres doesn't answer after " + START_LIMIT);
    }

    private boolean answers() {
        DatabaseAddress maintenance = address().database("postgres");
        try (Connection connection =
                        DriverManager.getConnection(maintenance.url(), USER, password.reveal());
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!rows.next()) {
                statement.execute("create database " + DATABASE);
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
