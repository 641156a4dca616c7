package org.danaya.store;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.jspecify.annotations.Nullable;

/**
 * A command's stay in an installation, whether a program runs on it or not. Where none does, the
 * database is started for the stay and stopped after it.
 */
public final class Visit implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Home home;
    private final DatabaseAddress address;
    private final @Nullable Store store;

    private Visit(Home home, DatabaseAddress address, @Nullable Store store) {
        this.home = home;
        this.address = address;
        this.store = store;
    }

    /**
     * Begins a stay.
     *
     * @throws Fault with {@link StoreFault#HOME_MISSING} where nothing was ever installed, and what
     *     {@link Store#open} throws
     */
    public static Visit begin(Settings settings) {
        Home home = Home.at(settings.get(StoreSettings.HOME));
        Optional<DatabaseAddress> external = ExternalPostgres.find(settings);
        if (!Files.isDirectory(home.keys())
                || (external.isEmpty() && Files.notExists(PostgresCluster.folder(home)))) {
            throw new Fault(StoreFault.HOME_MISSING, home.path());
        }
        home.requireFinished();
        Optional<HomeLock> lock = HomeLock.tryTake(home);
        if (lock.isPresent()) {
            Store store = Store.open(Home.open(home.path()), lock.get(), settings);
            return new Visit(home, store.address(), store);
        }
        if (external.isPresent()) {
            ExternalPostgres.check(external.get());
        }
        return new Visit(home, external.orElseGet(() -> ofRunning(home)), null);
    }

    /** The installation's folder. */
    public Home home() {
        return home;
    }

    /** Where the database is. */
    public DatabaseAddress address() {
        return address;
    }

    /** Whether a program runs on the installation. */
    public boolean isRunning() {
        return store == null;
    }

    /**
     * Brings the data of an older program to this one's shape, where the database was started for
     * the stay. One that others may be using is left as it is.
     */
    public void migrate() {
        if (store != null && store.ownsDatabase()) {
            Migrations.run(address.dataSource());
        }
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }

    /** The program may be just starting: its database gets some time to answer. */
    private static DatabaseAddress ofRunning(Home home) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<DatabaseAddress> address = EmbeddedPostgres.running(home);
            if (address.isPresent()) {
                return address.get();
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new Fault(
                StoreFault.POSTGRES_FAILED,
                "the running program has no database",
                PostgresCluster.log(home));
    }
}
