package org.danaya.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.base.Settings;
import org.jspecify.annotations.Nullable;

/** An open installation: its home, held, and its database, running. */
public final class Store implements AutoCloseable {

    private final Home home;
    private final HomeLock lock;
    private final @Nullable EmbeddedPostgres embedded;
    private final DatabaseAddress address;

    private Store(
            Home home,
            HomeLock lock,
            @Nullable EmbeddedPostgres embedded,
            DatabaseAddress address) {
        this.home = home;
        this.lock = lock;
        this.embedded = embedded;
        this.address = address;
    }

    /** Takes the home and starts the embedded database, or finds the external one. */
    public static Store open(Settings settings) {
        Home home = Home.open(settings.get(StoreSettings.HOME));
        HomeLock lock = HomeLock.take(home);
        try {
            Optional<DatabaseAddress> external = external(settings);
            EmbeddedPostgres embedded = external.isPresent() ? null : EmbeddedPostgres.start(home);
            DatabaseAddress address =
                    embedded == null ? external.orElseThrow() : embedded.address();
            return new Store(home, lock, embedded, address);
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

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
        lock.close();
    }

    private static Optional<DatabaseAddress> external(Settings settings) {
        return settings.find(StoreSettings.DATABASE_URL)
                .map(
                        url ->
                                new DatabaseAddress(
                                        url,
                                        settings.find(StoreSettings.DATABASE_USER).orElse("danaya"),
                                        settings.find(StoreSettings.DATABASE_PASSWORD_FILE)
                                                .map(Store::secret)
                                                .orElse(Secret.of(""))));
    }

    private static Secret secret(Path file) {
        try {
            return Secret.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new Fault(e, StoreFault.HOME_UNUSABLE, file, String.valueOf(e.getMessage()));
        }
    }
}
