package org.danaya.signin;

import java.util.Optional;
import java.util.UUID;
import org.danaya.signin.AssertionOutcome.Evidence;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code signin.evidence}. Rows are only ever added. */
@Component
final class EvidenceTable {

    private final JdbcClient sql;

    EvidenceTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Evidence evidence) {
        sql.sql(
                        """
                        insert into signin.evidence (id, account_id, credential_id, public_key,
                            content_hash, nonce, authenticator_data, client_data, signature, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        evidence.id(),
                        evidence.account(),
                        evidence.credentialId(),
                        evidence.publicKey(),
                        evidence.contentHash(),
                        evidence.nonce(),
                        evidence.authenticatorData(),
                        evidence.clientData(),
                        evidence.signature(),
                        Moments.column(evidence.at()))
                .update();
    }

    Optional<Evidence> find(UUID id) {
        return sql.sql("select * from signin.evidence where id = ?")
                .param(id)
                .query(
                        (row, _) ->
                                new Evidence(
                                        row.getObject("id", UUID.class),
                                        row.getObject("account_id", UUID.class),
                                        row.getBytes("credential_id"),
                                        row.getBytes("public_key"),
                                        row.getBytes("content_hash"),
                                        row.getBytes("nonce"),
                                        row.getBytes("authenticator_data"),
                                        row.getBytes("client_data"),
                                        row.getBytes("signature"),
                                        Moments.of(row, "at")))
                .optional();
    }
}
