package org.danaya.signin.passkey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.AccountReset;
import org.danaya.access.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * The table {@code signin.handle}: which account is behind the random name that an authenticator
 * knows, and what Spring Security reads of it. Spring's "user name" is the account's id here.
 */
@Component
public final class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final JdbcClient sql;
    private final Accounts accounts;

    PasskeyOwners(JdbcClient sql, Accounts accounts) {
        this.sql = sql;
        this.accounts = accounts;
    }

    /** The random name of an account, if it has one yet. */
    public Optional<byte[]> handle(UUID account) {
        return sql.sql("select handle from signin.handle where account_id = ?")
                .param(account)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /**
     * Forgets whatever proved the owner of an account that is to be opened anew, in the transaction
     * that approves it. What they signed stays provable: the evidence holds the public keys.
     */
    @EventListener
    void reset(AccountReset news) {
        for (String table :
                List.of("challenge", "passkey", "handle", "recovery_code", "oidc_binding")) {
            sql.sql("delete from signin." + table + " where account_id = ?")
                    .param(news.account())
                    .update();
        }
    }

    public void insert(UUID account, byte[] handle) {
        sql.sql("insert into signin.handle (account_id, handle) values (?, ?)")
                .params(account, handle)
                .update();
    }

    /** Makes changes to one account's passkeys wait for each other. */
    void lock(UUID account) {
        sql.sql("select account_id from signin.handle where account_id = ? for update")
                .param(account)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return sql.sql("select account_id from signin.handle where handle = ?")
                .param(handle.getBytes())
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional()
                .map(account -> entity(account, handle))
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
        UUID id = UUID.fromString(account);
        return handle(id).map(handle -> entity(id, new Bytes(handle))).orElse(null);
    }

    /** Never called: handles are made with the account's first passkey. */
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("A handle is made with the first passkey");
    }

    /** Never called: a handle stays until its account is reset. */
    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("A handle goes with a reset alone");
    }

    private PublicKeyCredentialUserEntity entity(UUID account, Bytes handle) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle)
                .name(account.toString())
                .displayName(accounts.get(account).owner().name())
                .build();
    }
}
