package org.danaya.signin.oidc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code signin.oidc_attempt}. */
final class OidcAttemptTable {

    private final JdbcClient sql;

    OidcAttemptTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(byte[] state, byte[] browser, OidcAttempt attempt, Instant expires) {
        sql.sql(
                        """
                        insert into signin.oidc_attempt
                        (state_hash, browser_hash, nonce, verifier, account_id, next, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Arrays.asList(
                                state,
                                browser,
                                attempt.nonce(),
                                attempt.verifier(),
                                attempt.account(),
                                attempt.next(),
                                expires.atOffset(ZoneOffset.UTC)))
                .update();
    }

    /** Takes it up: nobody else gets it. Another browser's stays where it is. */
    Optional<OidcAttempt> take(byte[] state, byte[] browser, Instant at) {
        return sql.sql(
                        """
                        delete from signin.oidc_attempt
                        where state_hash = ? and browser_hash = ? and expires_at > ?
                        returning nonce, verifier, account_id, next
                        """)
                .params(Arrays.asList(state, browser, at.atOffset(ZoneOffset.UTC)))
                .query(
                        (row, _) ->
                                new OidcAttempt(
                                        row.getString("nonce"),
                                        row.getString("verifier"),
                                        row.getObject("account_id", UUID.class),
                                        row.getString("next")))
                .optional();
    }

    void sweep(Instant at) {
        sql.sql("delete from signin.oidc_attempt where expires_at <= ?")
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
