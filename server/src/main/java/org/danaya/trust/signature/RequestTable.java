package org.danaya.trust.signature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests, with their documents and signers. */
final class RequestTable {

    /** Behind every request; their ids grow with time. */
    private static final UUID LAST = new UUID(-1L, -1L);

    private final JdbcClient jdbc;
    private final DocumentTable documents;
    private final SignerTable signers;

    RequestTable(JdbcClient jdbc, DocumentTable documents, SignerTable signers) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.signers = signers;
    }

    /** The row alone. */
    private record Row(
            UUID id,
            UUID owner,
            String title,
            SignatureLevel level,
            boolean inOrder,
            SigningRequest.State state,
            Instant createdAt) {}

    void insert(SigningRequest request) {
        jdbc.sql(
                        """
                        insert into signature.request
                            (id, owner, title, level, in_order, state, created_at, state_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        request.id(),
                        request.owner(),
                        request.title(),
                        request.level().name(),
                        request.inOrder(),
                        request.state().stored(),
                        at(request.createdAt()),
                        at(request.state().at()))
                .update();
    }

    void state(UUID id, SigningRequest.State state) {
        jdbc.sql("update signature.request set state = ?, state_at = ? where id = ?")
                .params(state.stored(), at(state.at()), id)
                .update();
    }

    void order(UUID id, boolean inOrder) {
        jdbc.sql("update signature.request set in_order = ? where id = ?")
                .params(inOrder, id)
                .update();
    }

    Optional<SigningRequest> find(UUID id) {
        return rows("where id = ?", id).map(this::whole);
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<SigningRequest> lock(UUID id) {
        return rows("where id = ? for update", id).map(this::whole);
    }

    /** The latest that an account asked for or signs, the newest first. */
    List<SigningRequest> of(UUID account, Optional<UUID> before, int most) {
        return jdbc
                .sql(
                        """
                        select * from signature.request
                        where (owner = ? or id in
                            (select request from signature.signer where account = ?))
                            and id < ?
                        order by id desc limit ?
                        """)
                .params(account, account, before.orElse(LAST), most)
                .query((row, _) -> row(row))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    private Optional<Row> rows(String condition, UUID id) {
        return jdbc.sql("select * from signature.request " + condition)
                .param(id)
                .query((row, _) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                row.getString("title"),
                SignatureLevel.valueOf(row.getString("level")),
                row.getBoolean("in_order"),
                SigningRequest.State.of(row.getString("state"), time(row, "state_at")),
                time(row, "created_at"));
    }

    private SigningRequest whole(Row row) {
        return new SigningRequest(
                row.id(),
                row.owner(),
                row.title(),
                row.level(),
                row.inOrder(),
                row.state(),
                row.createdAt(),
                documents.of(row.id()),
                signers.of(row.id()));
    }

    static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<UUID> optional(@Nullable UUID id) {
        return Optional.ofNullable(id);
    }
}
