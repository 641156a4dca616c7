package org.danaya.trust.signature.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What programs asked for under a name of their own, so that asking again makes nothing twice. */
@Component
class WishTable {

    private final JdbcClient jdbc;

    WishTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A wish that was made before. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Wished(UUID request, byte[] sha256) {}

    /** Nobody else makes requests for this account until the transaction ends. */
    void lock(UUID owner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('signature.wish ' || ?, 0))")
                .param(owner.toString())
                .query((_, _) -> 0)
                .list();
    }

    Optional<Wished> find(UUID owner, String key) {
        return jdbc.sql("select request, sha256 from signature.wish where owner = ? and key = ?")
                .params(owner, key)
                .query((row, _) -> new Wished(row.getObject(1, UUID.class), row.getBytes(2)))
                .optional();
    }

    void insert(UUID owner, String key, byte[] sha256, UUID request, Instant at) {
        jdbc.sql(
                        """
                        insert into signature.wish (owner, key, sha256, request, at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(owner, key, sha256, request, at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
