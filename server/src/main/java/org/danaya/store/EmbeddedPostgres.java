package org.danaya.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of this installation's own, on loopback, with durability on.
 *
 * <p>When it dies it is started again on the same port, at once the first time and then after
 * pauses that double up to half a minute, for as long as it takes. A server that a killed program
 * left behind is stopped before a new one starts. The caller holds the home's lock.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final String UNKNOWN_DATABASE = "3D000";
    private static final int ATTEMPTS = 3;

    private final PostgresCluster cluster;
    private final PostgresTuning tuning;
    private final ClusterProcesses processes;
    private final Secret password;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Thread supervisor;
    private final Clock clock = Clock.systemUTC();
    private int port;
    private volatile Process process;
    private volatile DatabaseState state = new DatabaseState.Up();

    private EmbeddedPostgres(PostgresCluster cluster, PostgresTuning tuning)
            throws IOException, InterruptedException {
        this.cluster = cluster;
        this.tuning = tuning;
        this.processes = new ClusterProcesses(PostgresCluster.folder(cluster.home()));
        this.password = PostgresCluster.password(cluster.home());
        this.process = startOnFreePort();
        this.supervisor = new Thread(this::supervise, "postgres-supervisor");
        supervisor.setDaemon(true);
    }

    /** Starts the server of this home; makes its cluster the first time. Ends when it answers. */
    public static EmbeddedPostgres start(Home home) {
        return start(home, PostgresTuning.DEFAULT, PostgresBinaries::unpacked);
    }

    static EmbeddedPostgres start(
            Home home, PostgresTuning tuning, PostgresBinaries.Source binaries) {
        Path log = PostgresCluster.log(home);
        try {
            PostgresCluster cluster = PostgresCluster.prepare(home, binaries.of(home.data()));
            EmbeddedPostgres server = new EmbeddedPostgres(cluster, tuning);
            server.begin();
            return server;
        } catch (IOException | SQLException e) {
            throw new Fault(e, StoreFault.POSTGRES_FAILED, String.valueOf(e.getMessage()), log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(e, StoreFault.POSTGRES_FAILED, "interrupted", log);
        }
    }

    /** Where the server is. The port stays the same when the server is started again. */
    public DatabaseAddress address() {
        return address(port, password);
    }

    /** Where the server of a home is, if one runs, whoever started it. */
    public static Optional<DatabaseAddress> running(Home home) {
        Path folder = PostgresCluster.folder(home);
        return new ClusterProcesses(folder)
                .server()
                .flatMap(_ -> PostmasterFile.read(folder))
                .filter(file -> file.port() != 0)
                .map(
                        file -> {
                            try {
                                return address(file.port(), PostgresCluster.password(home));
                            } catch (IOException e) {
                                throw new Fault(
                                        e,
                                        StoreFault.PASSWORD_LOST,
                                        PostgresCluster.passwordFile(home));
                            }
                        });
    }

    /** Whether it is there. */
    public DatabaseState state() {
        return state;
    }

    /** Stops the server: connections are cut, everything committed is on disk. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        state = new DatabaseState.Stopped();
        try {
            if (supervisor.getState() != Thread.State.NEW) {
                supervisor.interrupt();
                supervisor.join(STOP_LIMIT);
            }
            processes.stop(STOP_LIMIT);
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static DatabaseAddress address(int port, Secret password) {
        return new DatabaseAddress(
                // Whoever takes the port of a server that died must not be told the password.
                "jdbc:postgresql://127.0.0.1:%d/%s?requireAuth=scram-sha-256"
                        .formatted(port, PostgresCluster.DATABASE),
                PostgresCluster.USER,
                password);
    }

    /**
     * Another program may take a port between its choice and its use, and a killed program's server
     * may be just starting: then it's tried again, on another port.
     */
    private Process startOnFreePort() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            try {
                return launch();
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Starts the server on its port, and ends when it takes connections. */
    private Process launch() throws IOException, InterruptedException {
        Path folder = PostgresCluster.folder(cluster.home());
        Path log = PostgresCluster.log(cluster.home());
        processes.stop(STOP_LIMIT);
        PostgresLog.rotate(log);
        long said = PostgresLog.length(log);
        Process started = cluster.server(tuning.options(port)).start();
        awaitReady(started, folder, () -> PostgresLog.lastComplaint(log, said));
        return started;
    }

    private void awaitReady(Process started, Path folder, Supplier<String> complaint)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        boolean ready = false;
        try {
            while (!ready) {
                if (started.waitFor(5, TimeUnit.MILLISECONDS)) {
                    throw new IOException(
                            started.exitValue() == PostgresCluster.LOCKED
                                    ? "another server works on the cluster"
                                    : complaint.get());
                }
                if (System.nanoTime() > deadline) {
                    throw new IOException("no answer in " + START_LIMIT.toMinutes() + " minutes");
                }
                // Before it has become the server, the file may be a dead one's of the same number.
                ready =
                        processes.worksHere(started.toHandle())
                                && PostmasterFile.read(folder)
                                        .filter(file -> file.ready() && file.pid() == started.pid())
                                        .isPresent();
            }
        } finally {
            if (!ready) {
                started.destroyForcibly();
            }
        }
    }

    private void begin() throws SQLException {
        try {
            requireDatabase();
        } catch (SQLException e) {
            close();
            throw e;
        }
        supervisor.start();
    }

    private void requireDatabase() throws SQLException {
        try (Connection _ = address().dataSource().getConnection()) {
            return;
        } catch (SQLException e) {
            if (!UNKNOWN_DATABASE.equals(e.getSQLState())) {
                throw e;
            }
        }
        try (Connection connection = address().database("postgres").dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + PostgresCluster.DATABASE);
        }
    }

    private void supervise() {
        int quickDeaths = 0;
        try {
            while (!closing.get()) {
                Instant started = clock.instant();
                process.waitFor();
                if (closing.get()) {
                    return;
                }
                Instant died = clock.instant();
                LOGGER.error("PostgreSQL died and is started again");
                quickDeaths =
                        Duration.between(started, died).compareTo(STEADY) > 0 ? 0 : quickDeaths + 1;
                restart(died, quickDeaths);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart(Instant died, int quickDeaths) throws InterruptedException {
        for (int attempt = 1; !closing.get(); attempt++) {
            state = new DatabaseState.Restarting(died, attempt);
            Thread.sleep(pause(quickDeaths + attempt - 2));
            try {
                process = launch();
                state = closing.get() ? new DatabaseState.Stopped() : new DatabaseState.Up();
                LOGGER.info("PostgreSQL is there again");
                return;
            } catch (IOException | Fault e) {
                LOGGER.error("PostgreSQL doesn't start: {}", e.getMessage());
            }
        }
    }

    /** No pause for the first death after a steady time; then 1, 2, 4… seconds. */
    static Duration pause(int before) {
        if (before <= 0) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(before - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
