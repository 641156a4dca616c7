package org.danaya.trust.signature.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses, as long as their requests live. */
@Component
class AddressTable {

    private final JdbcClient jdbc;

    AddressTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An address.
     *
     * @param of the signer, or the request for its owner
     * @param toldAt when it was last written to about a turn
     * @param told how often
     */
    record Address(UUID of, String address, Optional<Instant> toldAt, int told) {}

    void put(UUID of, UUID request, String address) {
        jdbc.sql(
                        """
                        insert into signature.address (id, request, address) values (?, ?, ?)
                        on conflict (id) do update set address = excluded.address
                        """)
                .params(of, request, address)
                .update();
    }

    List<Address> of(UUID request) {
        return jdbc.sql("select * from signature.address where request = ?")
                .param(request)
                .query(
                        (row, _) ->
                                new Address(
                                        row.getObject("id", UUID.class),
                                        row.getString("address"),
                                        Optional.ofNullable(
                                                        row.getObject(
                                                                "told_at", OffsetDateTime.class))
                                                .map(OffsetDateTime::toInstant),
                                        row.getInt("told")))
                .list();
    }

    void told(UUID of, Instant at) {
        jdbc.sql("update signature.address set told_at = ?, told = told + 1 where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), of)
                .update();
    }

    void forget(UUID of) {
        jdbc.sql("delete from signature.address where id = ?").param(of).update();
    }
}
