package org.danaya.trust.status;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.danaya.base.Settings;
import org.danaya.crypto.Token;
import org.danaya.crypto.Tokens;
import org.danaya.edge.EdgeHandler;
import org.danaya.store.DatabaseAddress;
import org.danaya.store.Home;
import org.danaya.store.StoreSettings;
import org.danaya.trust.authority.Authorities;
import org.danaya.trust.authority.StatusFeed;
import org.jspecify.annotations.Nullable;

/**
 * The status of certificates on an edge that runs alone. Lists and certificates are the home's
 * files. OCSP answers need two things more: {@code database.url}, which may name a replica that is
 * only read, and the edge's own keys, {@code keys/tokens/edge} with {@code edge.secret} beside it.
 * Responders are renewed by the platform; this edge takes them up as their files arrive.
 */
public final class StatusAlone implements AutoCloseable {

    private final List<EdgeHandler> handlers;
    private final @Nullable StatusKeeper keeper;

    private StatusAlone(List<EdgeHandler> handlers, @Nullable StatusKeeper keeper) {
        this.handlers = handlers;
        this.keeper = keeper;
    }

    /** Starts to read, where there is something to read from. */
    public static StatusAlone start(Settings settings, SecureRandom random, Clock clock) {
        Home home = Home.at(settings.get(StoreSettings.HOME));
        Path published = home.published();
        List<EdgeHandler> handlers = new ArrayList<>();
        handlers.add(PublishedFiles.lists(published));
        handlers.add(PublishedFiles.certificates(published));
        Optional<DatabaseAddress> database = DatabaseAddress.configured(settings);
        Optional<Token> token = Tokens.edgeAlone(home.keys(), random);
        if (database.isEmpty() || token.isEmpty()) {
            return new StatusAlone(handlers, null);
        }
        DataSource source = database.get().dataSource();
        StatusParts parts =
                StatusParts.of(
                        new StatusFeed(source),
                        () -> Authorities.of(source),
                        token.get(),
                        published,
                        settings,
                        _ -> {},
                        clock);
        parts.keeper().start();
        handlers.add(parts.ocsp());
        return new StatusAlone(handlers, parts.keeper());
    }

    /** What the edge serves. */
    public List<EdgeHandler> handlers() {
        return handlers;
    }

    @Override
    public void close() {
        if (keeper != null) {
            keeper.close();
        }
    }
}
