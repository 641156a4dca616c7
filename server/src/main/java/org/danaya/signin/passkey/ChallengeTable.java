package org.danaya.signin.passkey;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code signin.challenge}. */
@Component
public final class ChallengeTable {

    /** What a challenge was made for; it serves for nothing else. */
    public enum Purpose {
        /** The first passkey of an account. */
        ENROL,
        /** Another passkey. */
        ADD,
        /** Signing in. */
        SIGN_IN,
        /** Confirming an act. */
        ASSERT;

        private String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A challenge.
     *
     * @param account whose answer is wanted; null for whoever's
     * @param handle the random name that an authenticator gets to know; only for a new account
     * @param nonce what makes a challenge that commits to content unlike any other
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Challenge(
            UUID id,
            Purpose purpose,
            @Nullable UUID account,
            byte @Nullable [] handle,
            byte[] value,
            byte @Nullable [] nonce) {}

    private final JdbcClient sql;

    ChallengeTable(JdbcClient sql) {
        this.sql = sql;
    }

    public void insert(Challenge challenge, Instant expires) {
        sql.sql(
                        """
                        insert into signin.challenge
                        (id, purpose, account_id, handle, value, nonce, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Arrays.asList(
                                challenge.id(),
                                challenge.purpose().code(),
                                challenge.account(),
                                challenge.handle(),
                                challenge.value(),
                                challenge.nonce(),
                                Moments.column(expires)))
                .update();
    }

    /** Takes a challenge up; nobody can do so again. */
    public Optional<Challenge> take(UUID id, Purpose purpose, Instant at) {
        return sql.sql(
                        """
                        delete from signin.challenge where id = ? and purpose = ?
                        returning id, account_id, handle, value, nonce, expires_at > ? as alive
                        """)
                .params(id, purpose.code(), Moments.column(at))
                .query(
                        (row, _) ->
                                row.getBoolean("alive")
                                        ? Optional.of(
                                                new Challenge(
                                                        row.getObject("id", UUID.class),
                                                        purpose,
                                                        row.getObject("account_id", UUID.class),
                                                        row.getBytes("handle"),
                                                        row.getBytes("value"),
                                                        row.getBytes("nonce")))
                                        : Optional.<Challenge>empty())
                .optional()
                .flatMap(found -> found);
    }

    /** Forgets those that are too old. */
    void sweep(Instant at) {
        sql.sql("delete from signin.challenge where expires_at <= ?")
                .param(Moments.column(at))
                .update();
    }
}
