package org.danaya.store;

import java.util.Optional;
import org.danaya.base.Secret;
import org.danaya.base.Settings;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where PostgreSQL is, and as whom to speak to it.
 *
 * @param url a JDBC address
 */
public record DatabaseAddress(String url, String user, Secret password) {

    private static final int CONNECT_LIMIT_SECONDS = 10;

    /** The external database that the settings name; nothing where they name none. */
    public static Optional<DatabaseAddress> configured(Settings settings) {
        return ExternalPostgres.find(settings);
    }

    /** The same server and user, another database. */
    public DatabaseAddress database(String name) {
        return new DatabaseAddress(
                url.replaceFirst("^(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name), user, password);
    }

    /** The address without its parameters, which may hold a secret. */
    public String shownUrl() {
        return url.replaceFirst("\\?.*$", "");
    }

    /** Opens a new connection at each call; no pool. */
    public PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(CONNECT_LIMIT_SECONDS);
        source.setLoginTimeout(CONNECT_LIMIT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("danaya");
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password.reveal());
        return source;
    }
}
