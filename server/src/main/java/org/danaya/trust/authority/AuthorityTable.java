package org.danaya.trust.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.danaya.trust.profile.AuthorityKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code authority.authority}. */
final class AuthorityTable {

    private final JdbcClient jdbc;

    AuthorityTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Authority> all() {
        return jdbc.sql("select * from authority.authority order by id")
                .query(AuthorityTable::authority)
                .list();
    }

    Optional<Authority> find(int id) {
        return jdbc.sql("select * from authority.authority where id = ?")
                .param(id)
                .query(AuthorityTable::authority)
                .optional();
    }

    Optional<Authority> find(String code) {
        return jdbc.sql("select * from authority.authority where code = ?")
                .param(code)
                .query(AuthorityTable::authority)
                .optional();
    }

    /** The authority of a certificate's SHA-256. */
    Optional<Authority> bySha256(byte[] sha256) {
        return jdbc.sql("select * from authority.authority where sha256 = ?")
                .param(sha256)
                .query(AuthorityTable::authority)
                .optional();
    }

    /** Writes one down under a new number; the number given counts for nothing. */
    int insert(Authority authority, Instant now) {
        return jdbc.sql(
                        """
                        insert into authority.authority
                            (code, kind, rehearsal, issuer, certificate, sha256, key_label,
                             not_after, registered_at)
                        values (:code, :kind, :rehearsal, :issuer, :certificate, :sha256, :label,
                                :notAfter, :now)
                        returning id
                        """)
                .param("code", authority.code())
                .param("kind", authority.kind().name())
                .param("rehearsal", authority.rehearsal())
                .param("issuer", authority.issuer().orElse(null))
                .param("certificate", authority.certificate())
                .param("sha256", authority.sha256())
                .param("label", authority.keyLabel().orElse(null))
                .param("notAfter", authority.notAfter().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    boolean end(int id, Instant now) {
        return jdbc.sql(
                                """
                                update authority.authority set ended_at = ?
                                where id = ? and ended_at is null
                                """)
                        .params(now.atOffset(ZoneOffset.UTC), id)
                        .update()
                > 0;
    }

    private static Authority authority(ResultSet row, int number) throws SQLException {
        return new Authority(
                row.getInt("id"),
                row.getString("code"),
                AuthorityKind.valueOf(row.getString("kind")),
                row.getBoolean("rehearsal"),
                Optional.ofNullable(row.getObject("issuer", Integer.class)),
                row.getBytes("certificate"),
                row.getBytes("sha256"),
                Optional.ofNullable(row.getString("key_label")),
                row.getTimestamp("not_after").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }
}
