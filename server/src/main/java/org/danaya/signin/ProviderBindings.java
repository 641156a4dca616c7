package org.danaya.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.Account;
import org.danaya.access.Accounts;
import org.danaya.access.Secrets;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.store.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose account a subject of the foreign provider opens: the table {@code signin.oidc_binding}.
 *
 * <p>Only the owner of an account binds it, signed in with a passkey. Nothing that the provider
 * tells of a person, their address least of all, ever finds an account by itself.
 */
@Component
public final class ProviderBindings {

    private static final String USE = "oidc-subject";

    /**
     * What an account is bound to.
     *
     * @param used when it was last signed in with; null for never
     */
    public record Bound(String issuer, Instant since, @Nullable Instant used) {}

    private final JdbcClient sql;
    private final Secrets secrets;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    ProviderBindings(
            JdbcClient sql,
            Secrets secrets,
            Accounts accounts,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.accounts = accounts;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /** What an account is bound to, if it is. */
    Optional<Bound> of(UUID account) {
        return sql.sql(
                        """
                        select issuer, bound_at, last_used from signin.oidc_binding
                        where account_id = ?
                        """)
                .param(account)
                .query(
                        (row, _) ->
                                new Bound(
                                        row.getString("issuer"),
                                        Moments.of(row, "bound_at"),
                                        row.getObject("last_used") == null
                                                ? null
                                                : Moments.of(row, "last_used")))
                .optional();
    }

    /** The account that a subject opens, if it may be signed in to. */
    Optional<Account.Active> signIn(String issuer, String subject) {
        return sql.sql(
                        """
                        update signin.oidc_binding set last_used = ?
                        where subject_hash = ? returning account_id
                        """)
                .params(Moments.column(Moments.now(clock)), stored(issuer, subject))
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional()
                .flatMap(accounts::active);
    }

    /** Binds one's own account, or faults with {@link SigninFault#SUBJECT_TAKEN}. */
    void bind(UUID account, String issuer, String subject) {
        byte[] hash = stored(issuer, subject);
        transaction.executeWithoutResult(
                _ -> {
                    forgetClosed(hash);
                    int bound =
                            sql.sql(
                                            """
                                            insert into signin.oidc_binding
                                            (account_id, issuer, subject_hash, bound_at)
                                            values (?, ?, ?, ?) on conflict do nothing
                                            """)
                                    .params(
                                            Arrays.asList(
                                                    account,
                                                    issuer,
                                                    hash,
                                                    Moments.column(Moments.now(clock))))
                                    .update();
                    if (bound == 0) {
                        throw new Fault(SigninFault.SUBJECT_TAKEN);
                    }
                    news.publishEvent(
                            Act.done(
                                    SigninAct.PROVIDER_BOUND,
                                    "account:" + account,
                                    Map.of("issuer", issuer)));
                });
    }

    /** Unbinds an account; says whether it was bound. */
    boolean unbind(UUID account) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        _ -> {
                            boolean was = delete(account);
                            if (was) {
                                news.publishEvent(
                                        Act.done(
                                                SigninAct.PROVIDER_UNBOUND,
                                                "account:" + account,
                                                Map.of()));
                            }
                            return was;
                        }));
    }

    private boolean delete(UUID account) {
        return sql.sql("delete from signin.oidc_binding where account_id = ?")
                        .param(account)
                        .update()
                == 1;
    }

    /** Whoever is invited anew after their account was closed binds the new one. */
    private void forgetClosed(byte[] hash) {
        sql.sql("select account_id from signin.oidc_binding where subject_hash = ?")
                .param(hash)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional()
                .filter(holder -> accounts.get(holder) instanceof Account.Closed)
                .ifPresent(this::delete);
    }

    private byte[] stored(String issuer, String subject) {
        return secrets.stored(USE, Secret.of(issuer + "\n" + subject));
    }
}
