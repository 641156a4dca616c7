package org.danaya.trust.signature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.trust.signature.Signer.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signers. */
final class SignerTable {

    private final JdbcClient jdbc;

    SignerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever is known. */
    void insertKnown(UUID id, UUID request, int place, String label, UUID account, Instant now) {
        jdbc.sql(
                        """
                        insert into signature.signer
                            (id, request, place, label, account, state, state_at)
                        values (?, ?, ?, ?, ?, 'JOINED', ?)
                        """)
                .params(id, request, place, label, account, RequestTable.at(now))
                .update();
    }

    /** Whoever will come with a code. */
    void insertInvited(
            UUID id,
            UUID request,
            int place,
            String label,
            byte[] codeSha256,
            Instant until,
            Instant now) {
        jdbc.sql(
                        """
                        insert into signature.signer
                            (id, request, place, label, code_sha256, code_until, state, state_at)
                        values (?, ?, ?, ?, ?, ?, 'INVITED', ?)
                        """)
                .params(
                        id,
                        request,
                        place,
                        label,
                        codeSha256,
                        RequestTable.at(until),
                        RequestTable.at(now))
                .update();
    }

    List<Signer> of(UUID request) {
        return jdbc.sql("select * from signature.signer where request = ? order by place")
                .param(request)
                .query((row, _) -> signer(row))
                .list();
    }

    /** The request of a code that is still good. */
    Optional<Invitation> invitation(byte[] codeSha256, Instant now) {
        return jdbc.sql(
                        """
                        select id, request from signature.signer
                        where code_sha256 = ? and code_until > ? and state = 'INVITED' for update
                        """)
                .params(codeSha256, RequestTable.at(now))
                .query(
                        (row, _) ->
                                new Invitation(
                                        row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional();
    }

    void join(UUID id, UUID account, Instant now) {
        jdbc.sql(
                        """
                        update signature.signer
                        set account = ?, code_sha256 = null, code_until = null, state = 'JOINED',
                            state_at = ?
                        where id = ?
                        """)
                .params(account, RequestTable.at(now), id)
                .update();
    }

    void spot(UUID id, Signer.@Nullable Spot spot) {
        jdbc.sql("update signature.signer set page = ?, x = ?, y = ? where id = ?")
                .param(spot == null ? null : spot.page())
                .param(spot == null ? null : spot.x())
                .param(spot == null ? null : spot.y())
                .param(id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from signature.signer where id = ?").param(id).update();
    }

    void signing(
            UUID id, UUID evidence, byte[] certificate, Optional<SignedFor> name, Instant now) {
        jdbc.sql(
                        """
                        update signature.signer
                        set state = 'SIGNING', evidence = ?, certificate = ?, basis = ?, role = ?,
                            state_at = ?
                        where id = ?
                        """)
                .params(
                        evidence,
                        certificate,
                        SignedFor.basis(name),
                        SignedFor.role(name),
                        RequestTable.at(now),
                        id)
                .update();
    }

    void signed(UUID id, Instant now) {
        jdbc.sql("update signature.signer set state = 'SIGNED', state_at = ? where id = ?")
                .params(RequestTable.at(now), id)
                .update();
    }

    void declined(UUID id, String reason, Instant now) {
        jdbc.sql(
                        """
                        update signature.signer set state = 'DECLINED', reason = ?, state_at = ?
                        where id = ?
                        """)
                .params(reason, RequestTable.at(now), id)
                .update();
    }

    /** The hash of the certificate that a signer confirmed. */
    Optional<byte[]> certificate(UUID id) {
        return jdbc.sql("select certificate from signature.signer where id = ?")
                .param(id)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    private static Signer signer(ResultSet row) throws SQLException {
        int page = row.getInt("page");
        return new Signer(
                row.getObject("id", UUID.class),
                row.getInt("place"),
                row.getString("label"),
                RequestTable.optional(row.getObject("account", UUID.class)),
                state(row),
                page == 0
                        ? Optional.empty()
                        : Optional.of(new Signer.Spot(page, row.getFloat("x"), row.getFloat("y"))),
                SignedFor.read(row.getString("basis"), row.getString("role")));
    }

    private static State state(ResultSet row) throws SQLException {
        Instant at = RequestTable.time(row, "state_at");
        UUID evidence = row.getObject("evidence", UUID.class);
        return switch (row.getString("state")) {
            case "INVITED" -> new State.Invited(at);
            case "JOINED" -> new State.Joined(at);
            case "SIGNING" -> new State.Signing(at, evidence);
            case "SIGNED" -> new State.Signed(at, evidence);
            case "DECLINED" ->
                    new State.Declined(at, Optional.ofNullable(row.getString("reason")).orElse(""));
            default -> throw new IllegalStateException(row.getString("state"));
        };
    }

    /** Who may join what. */
    record Invitation(UUID signer, UUID request) {}
}
