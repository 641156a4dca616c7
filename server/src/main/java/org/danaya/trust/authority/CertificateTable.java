package org.danaya.trust.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.trust.authority.CertificateStatus.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code authority.certificate} and {@code authority.certificate_body}. */
final class CertificateTable {

    private static final String ALL =
            """
            select c.*, b.der, b.sha256, b.subject, b.not_before, b.request, b.standing, b.holder,
                   b.structure, b.key_label
            from authority.certificate c
            join authority.certificate_body b on b.certificate = c.id
            """;

    private final JdbcClient jdbc;

    CertificateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes numbers of changes. Whoever changes a status waits here for the one before, so that the
     * numbers follow the order of the commits.
     */
    List<Long> changes(int count) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('authority.change'))")
                .query((_, _) -> true)
                .single();
        jdbc.sql("select pg_notify('" + StatusFeed.CHANNEL + "', '')")
                .query((_, _) -> true)
                .single();
        return jdbc.sql("select nextval('authority.change') from generate_series(1, ?)")
                .param(count)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    void insert(List<Certificate> certificates, List<Long> keyHashes) {
        int count = certificates.size();
        Long[] ids = new Long[count];
        Integer[] authorities = new Integer[count];
        Integer[] profiles = new Integer[count];
        byte[][] serials = new byte[count][];
        Timestamp[] ends = new Timestamp[count];
        byte[][] ders = new byte[count][];
        byte[][] hashes = new byte[count][];
        String[] subjects = new String[count];
        Timestamp[] begins = new Timestamp[count];
        @Nullable UUID[] requests = new UUID[count];
        @Nullable UUID[] standings = new UUID[count];
        @Nullable UUID[] holders = new UUID[count];
        @Nullable UUID[] structures = new UUID[count];
        @Nullable String[] labels = new String[count];
        for (int i = 0; i < count; i++) {
            Certificate certificate = certificates.get(i);
            ids[i] = certificate.id();
            authorities[i] = certificate.authority();
            profiles[i] = certificate.profile();
            serials[i] = certificate.serial();
            ends[i] = Timestamp.from(certificate.notAfter());
            ders[i] = certificate.der();
            hashes[i] = certificate.sha256();
            subjects[i] = certificate.subject();
            begins[i] = Timestamp.from(certificate.notBefore());
            requests[i] = certificate.request().orElse(null);
            standings[i] = certificate.standing().orElse(null);
            holders[i] = certificate.holder().orElse(null);
            structures[i] = certificate.structure().orElse(null);
            labels[i] = certificate.keyLabel().orElse(null);
        }
        jdbc.sql(
                        """
                        insert into authority.certificate
                            (id, change, authority, serial, profile_id, not_after)
                        select id, id, authority, serial, profile, ending
                        from unnest(?::bigint[], ?::smallint[], ?::bytea[], ?::smallint[],
                                    ?::timestamptz[]) as given (id, authority, serial, profile, ending)
                        """)
                .params(ids, authorities, serials, profiles, ends)
                .update();
        jdbc.sql(
                        """
                        insert into authority.certificate_body
                            (certificate, der, sha256, subject, not_before, request, standing,
                             holder, structure, key_label, key_hash)
                        select * from unnest(?::bigint[], ?::bytea[], ?::bytea[], ?::text[],
                            ?::timestamptz[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[],
                            ?::bigint[])
                        """)
                .params(
                        ids,
                        ders,
                        hashes,
                        subjects,
                        begins,
                        requests,
                        standings,
                        holders,
                        structures,
                        labels,
                        keyHashes.toArray(Long[]::new))
                .update();
    }

    Optional<Certificate> find(int authority, byte[] serial) {
        return jdbc.sql(ALL + " where c.authority = ? and c.serial = ?")
                .params(authority, serial)
                .query(CertificateTable::certificate)
                .optional();
    }

    Optional<Certificate> find(long id) {
        return jdbc.sql(ALL + " where c.id = ?")
                .param(id)
                .query(CertificateTable::certificate)
                .optional();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Certificate> lock(long id) {
        return jdbc.sql(ALL + " where c.id = ? for update of c")
                .param(id)
                .query(CertificateTable::certificate)
                .optional();
    }

    Optional<Certificate> ofRequest(UUID request) {
        return jdbc.sql(ALL + " where b.request = ?")
                .param(request)
                .query(CertificateTable::certificate)
                .optional();
    }

    List<Certificate> ofRequests(List<UUID> requests) {
        return jdbc.sql(ALL + " where b.request = any (?)")
                .param(requests.toArray(UUID[]::new))
                .query(CertificateTable::certificate)
                .list();
    }

    /** What was certified with any of some keys, by their hashes. */
    List<KeyReuse.Known> ofKeys(Long[] hashes) {
        return jdbc.sql(
                        """
                        select distinct b.key_hash, b.holder, b.structure, c.state = 2 as revoked
                        from authority.certificate_body b
                        join authority.certificate c on c.id = b.certificate
                        where b.key_hash = any (?)
                        """)
                .param(hashes)
                .query(
                        (row, _) ->
                                new KeyReuse.Known(
                                        row.getLong(1),
                                        Optional.ofNullable(row.getObject(2, UUID.class)),
                                        Optional.ofNullable(row.getObject(3, UUID.class)),
                                        row.getBoolean(4)))
                .list();
    }

    /** A holder's, the newest first. */
    List<Certificate> ofHolder(UUID holder) {
        return jdbc.sql(ALL + " where b.holder = ? order by c.id desc limit 200")
                .param(holder)
                .query(CertificateTable::certificate)
                .list();
    }

    List<Certificate> ofSerial(byte[] serial) {
        return jdbc.sql(ALL + " where c.serial = ? order by c.id limit 20")
                .param(serial)
                .query(CertificateTable::certificate)
                .list();
    }

    long count(Certificates.Search search, Instant now) {
        CertificateConditions conditions = CertificateConditions.of(search, now);
        return conditions
                .fill(
                        jdbc.sql(
                                """
                                select count(*) from authority.certificate c
                                join authority.certificate_body b on b.certificate = c.id
                                """
                                        + conditions.where()))
                .query(Long.class)
                .single();
    }

    List<Certificate> find(
            Certificates.Search search, Instant now, String orderBy, long skipped, int most) {
        CertificateConditions conditions = CertificateConditions.of(search, now);
        return conditions
                .fill(
                        jdbc.sql(
                                ALL
                                        + conditions.where()
                                        + " order by "
                                        + (orderBy.isEmpty() ? "" : orderBy + ", ")
                                        + "c.id desc limit :most offset :skipped"))
                .param("most", most)
                .param("skipped", skipped)
                .query(CertificateTable::certificate)
                .list();
    }

    List<Certificate> find(
            Certificates.Search search, Instant now, Optional<Long> before, int most) {
        CertificateConditions conditions = CertificateConditions.of(search, now);
        return conditions
                .fill(
                        jdbc.sql(
                                ALL
                                        + conditions.where()
                                        + " and c.id < :before order by c.id desc limit :most"))
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("most", most)
                .query(CertificateTable::certificate)
                .list();
    }

    List<Certificate> ending(Instant from, Instant to, int most) {
        return jdbc.sql(
                        ALL
                                + """
                                 where c.state = 0 and c.not_after > ? and c.not_after <= ?
                                order by c.not_after, c.id limit ?
                                """)
                .params(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC), most)
                .query(CertificateTable::certificate)
                .list();
    }

    void change(long id, State state) {
        int code = 0;
        @Nullable Instant at = null;
        @Nullable Integer reason = null;
        @Nullable Instant since = null;
        switch (state) {
            case State.Good() -> {}
            case State.Suspended(Instant suspended) -> {
                code = 1;
                at = suspended;
            }
            case State.Revoked(
                            Instant revoked,
                            RevocationReason why,
                            Optional<Instant> invalidSince) -> {
                code = 2;
                at = revoked;
                reason = why.code();
                since = invalidSince.orElse(null);
            }
        }
        jdbc.sql(
                        """
                        update authority.certificate
                        set state = ?, state_at = ?, reason = ?, invalid_since = ?, change = ?
                        where id = ?
                        """)
                .param(code)
                .param(timestamp(at))
                .param(reason)
                .param(timestamp(since))
                .param(changes(1).getFirst())
                .param(id)
                .update();
    }

    long lastChange(long id) {
        return jdbc.sql("select change from authority.certificate where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static @Nullable Object timestamp(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Certificate certificate(ResultSet row, int number) throws SQLException {
        return new Certificate(
                row.getLong("id"),
                row.getInt("authority"),
                row.getBytes("serial"),
                row.getInt("profile_id"),
                row.getBytes("der"),
                row.getBytes("sha256"),
                row.getString("subject"),
                row.getTimestamp("not_before").toInstant(),
                row.getTimestamp("not_after").toInstant(),
                StatusFeed.state(row),
                Optional.ofNullable(row.getObject("request", UUID.class)),
                Optional.ofNullable(row.getObject("standing", UUID.class)),
                Optional.ofNullable(row.getObject("holder", UUID.class)),
                Optional.ofNullable(row.getObject("structure", UUID.class)),
                Optional.ofNullable(row.getString("key_label")));
    }
}
