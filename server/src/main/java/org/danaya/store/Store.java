package org.danaya.store;

import java.util.Optional;
import org.danaya.base.Settings;
import org.jspecify.annotations.Nullable;

/** An open installation: its home, held, and its database, running. */
public final class Store implements AutoCloseable {

    private final Home home;
    private final HomeLock lock;
    private final DiskGuard guard;
    private final @Nullable EmbeddedPostgres embedded;
    private final DatabaseAddress address;

    private Store(
            Home home,
            HomeLock lock,
            DiskGuard guard,
            @Nullable EmbeddedPostgres embedded,
            DatabaseAddress address) {
        this.home = home;
        this.lock = lock;
        this.guard = guard;
        this.embedded = embedded;
        this.address = address;
    }

    /** Takes the home and starts the embedded database, or finds the external one. */
    public static Store open(Settings settings) {
        Home home = Home.open(settings.get(StoreSettings.HOME));
        home.requireFinished();
        return open(home, HomeLock.take(home), settings);
    }

    /** Opens a home that a restore is filling, and that nobody else may open until it's filled. */
    public static Store openUnfinished(Settings settings) {
        Home home = Home.open(settings.get(StoreSettings.HOME));
        HomeLock lock = HomeLock.take(home);
        try {
            home.markUnfinished();
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        return open(home, lock, settings);
    }

    /** Opens a home whose lock the caller has taken; the store gives the lock back. */
    static Store open(Home home, HomeLock lock, Settings settings) {
        try {
            Optional<DatabaseAddress> external = ExternalPostgres.find(settings);
            external.ifPresent(ExternalPostgres::check);
            EmbeddedPostgres embedded =
                    external.isPresent()
                            ? null
                            : EmbeddedPostgres.start(
                                    home, PostgresTuning.of(settings), PostgresBinaries::unpacked);
            return new Store(
                    home,
                    lock,
                    DiskGuard.start(home, settings.get(StoreSettings.DISK_RESERVE)),
                    embedded,
                    embedded == null ? external.orElseThrow() : embedded.address());
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The folder of the installation. */
    public Home home() {
        return home;
    }

    /** Where the database is. */
    public DatabaseAddress address() {
        return address;
    }

    /** Whether there is room to write. */
    public DiskState disk() {
        return guard.state();
    }

    /** Whether the database is there; an external one counts as there until it's asked. */
    public DatabaseState database() {
        return embedded == null ? new DatabaseState.Up() : embedded.state();
    }

    /** Whether the database is this installation's own, and nobody else's. */
    boolean ownsDatabase() {
        return embedded != null;
    }

    DiskGuard guard() {
        return guard;
    }

    @Override
    public void close() {
        guard.close();
        if (embedded != null) {
            embedded.close();
        }
        lock.close();
    }
}
