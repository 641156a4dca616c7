package org.danaya.signin;

import org.danaya.access.AccountReset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets whatever proved the owner of an account that is to be opened anew. What they signed with
 * their passkeys stays provable: the evidence holds the public keys.
 */
@Component
final class LostKeys {

    private final JdbcClient sql;

    LostKeys(JdbcClient sql) {
        this.sql = sql;
    }

    /** In the transaction that approves the reset. */
    @EventListener
    void reset(AccountReset news) {
        for (String table :
                new String[] {"challenge", "passkey", "handle", "recovery_code", "oidc_binding"}) {
            sql.sql("delete from signin." + table + " where account_id = ?")
                    .param(news.account())
                    .update();
        }
    }
}
