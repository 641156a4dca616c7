package org.danaya.signin.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.base.Ids;
import org.danaya.store.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The table {@code signin.passkey}, and what Spring Security reads and writes of it. */
@Component
public final class PasskeyTable implements UserCredentialRepository {

    private static final String RECORDS =
            "select p.*, h.handle from signin.passkey p join signin.handle h using (account_id) ";

    private final JdbcClient sql;
    private final Ids ids;

    PasskeyTable(JdbcClient sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    @Override
    public void save(CredentialRecord credential) {
        sql.sql(
                        """
                        insert into signin.passkey (id, account_id, credential_id, public_key,
                            signature_count, uv_initialized, backup_eligible, backup_state,
                            transports, attestation_object, attestation_client_data, label, created,
                            last_used)
                        select ?, account_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        from signin.handle where handle = ?
                        on conflict (credential_id) do update set
                            signature_count = excluded.signature_count,
                            uv_initialized = excluded.uv_initialized,
                            backup_state = excluded.backup_state,
                            last_used = excluded.last_used
                        """)
                .params(
                        Arrays.asList(
                                ids.next(),
                                credential.getCredentialId().getBytes(),
                                credential.getPublicKey().getBytes(),
                                credential.getSignatureCount(),
                                credential.isUvInitialized(),
                                credential.isBackupEligible(),
                                credential.isBackupState(),
                                transports(credential),
                                bytes(credential.getAttestationObject()),
                                bytes(credential.getAttestationClientDataJSON()),
                                credential.getLabel(),
                                Moments.column(credential.getCreated()),
                                Moments.column(credential.getLastUsed()),
                                credential.getUserEntityUserId().getBytes()))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return sql.sql(RECORDS + "where credential_id = ?")
                .param(credentialId.getBytes())
                .query(PasskeyTable::credential)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return sql.sql(RECORDS + "where h.handle = ? order by p.id")
                .param(handle.getBytes())
                .query(PasskeyTable::credential)
                .list();
    }

    @Override
    public void delete(Bytes credentialId) {
        sql.sql("delete from signin.passkey where credential_id = ?")
                .param(credentialId.getBytes())
                .update();
    }

    public List<Passkey> of(UUID account) {
        return sql.sql("select * from signin.passkey where account_id = ? order by id")
                .param(account)
                .query(PasskeyTable::passkey)
                .list();
    }

    public Optional<Passkey> find(byte[] credentialId) {
        return sql.sql("select * from signin.passkey where credential_id = ?")
                .param(credentialId)
                .query(PasskeyTable::passkey)
                .optional();
    }

    /** The passkeys of an account as authenticators know them. */
    List<byte[]> credentialIds(UUID account) {
        return sql.sql("select credential_id from signin.passkey where account_id = ? order by id")
                .param(account)
                .query((row, _) -> row.getBytes(1))
                .list();
    }

    public byte[] publicKey(byte[] credentialId) {
        return sql.sql("select public_key from signin.passkey where credential_id = ?")
                .param(credentialId)
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    public void rename(UUID id, UUID account, String label) {
        sql.sql("update signin.passkey set label = ? where id = ? and account_id = ?")
                .params(label, id, account)
                .update();
    }

    public void remove(UUID id, UUID account) {
        sql.sql("delete from signin.passkey where id = ? and account_id = ?")
                .params(id, account)
                .update();
    }

    private static String transports(CredentialRecord credential) {
        return credential.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static Set<AuthenticatorTransport> transports(String text) {
        return Arrays.stream(text.split(","))
                .filter(each -> !each.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    private static @Nullable Bytes bytes(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : new Bytes(bytes);
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        return new Passkey(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("label"),
                Moments.of(row, "created"),
                Moments.of(row, "last_used"),
                row.getBoolean("backup_state"));
    }

    private static CredentialRecord credential(ResultSet row, int number) throws SQLException {
        Instant created = Moments.of(row, "created");
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .transports(transports(row.getString("transports")))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .attestationObject(bytes(row, "attestation_object"))
                .attestationClientDataJSON(bytes(row, "attestation_client_data"))
                .label(row.getString("label"))
                .created(created)
                .lastUsed(Moments.of(row, "last_used"))
                .build();
    }
}
