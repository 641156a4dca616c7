package org.danaya.store;

import org.danaya.base.Secret;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where PostgreSQL is, and as whom to speak to it.
 *
 * @param url a JDBC address
 */
public record DatabaseAddress(String url, String user, Secret password) {

    /** The same server and user, another database. */
    public DatabaseAddress database(String name) {
        return new DatabaseAddress(
                url.replaceFirst("^(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name), user, password);
    }

    /** Opens a new connection at each call; no pool. */
    public PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password.reveal());
        source.setApplicationName("danaya");
        return source;
    }
}
