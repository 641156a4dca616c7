package org.danaya.store;

import java.util.Optional;
import org.danaya.base.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The home and the database for one command of the command line: those of the running program,
 * which goes on meanwhile, or else opened for the command alone.
 *
 * @param home the folder of the installation
 * @param address where the database is; its schema may be of another version
 * @param opened null where another program holds the home
 */
public record Attached(Home home, DatabaseAddress address, @Nullable Store opened)
        implements AutoCloseable {

    /** Finds the database, or starts it until {@link #close}. */
    public static Attached to(Settings settings) {
        Home home = Home.open(settings.get(StoreSettings.HOME));
        Optional<DatabaseAddress> running =
                ExternalPostgres.find(settings).or(() -> EmbeddedPostgres.running(home));
        if (running.isPresent()) {
            return new Attached(home, running.get(), null);
        }
        Store store = Store.open(settings);
        Migrations.run(store.address().dataSource());
        return new Attached(home, store.address(), store);
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
