package org.danaya.mandates.position;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.mandates.Grantor;
import org.danaya.store.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code mandates.official_position_event}. Rows are only ever added. */
final class PositionEventTable {

    private final JdbcClient sql;

    PositionEventTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** The columns that kinds of event have or haven't. */
    private record Columns(
            String kind,
            @Nullable UUID account,
            @Nullable UUID evidence,
            @Nullable UUID basis,
            @Nullable String signer,
            @Nullable String function,
            @Nullable Long number,
            @Nullable Long leaf,
            @Nullable UUID other,
            @Nullable String reason) {}

    /** Appends what happened to a position that is locked. */
    void append(UUID position, PositionEvent event) {
        Columns columns = columns(event);
        sql.sql(
                        """
                        insert into mandates.official_position_event (position, place, kind, at,
                            account, evidence, basis, signer, function, number, leaf, other, reason)
                        select ?, coalesce(max(place), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        from mandates.official_position_event where position = ?
                        """)
                .params(
                        Arrays.asList(
                                position,
                                columns.kind(),
                                Moments.column(event.at()),
                                columns.account(),
                                columns.evidence(),
                                columns.basis(),
                                columns.signer(),
                                columns.function(),
                                columns.number(),
                                columns.leaf(),
                                columns.other(),
                                columns.reason(),
                                position))
                .update();
    }

    /** What happened to a position, in order. */
    List<PositionEvent> of(UUID position) {
        return sql.sql(
                        """
                        select * from mandates.official_position_event
                        where position = ? order by place
                        """)
                .param(position)
                .query((row, _) -> event(row))
                .list();
    }

    private static Columns columns(PositionEvent event) {
        return switch (event) {
            case PositionEvent.Validated(_, UUID account, UUID evidence) ->
                    new Columns(
                            "validated",
                            account,
                            evidence,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
            case PositionEvent.Signed(
                            _,
                            UUID account,
                            UUID evidence,
                            Grantor under,
                            String signer,
                            String function) ->
                    new Columns(
                            under instanceof Grantor.OfOffice
                                    ? "signed-for-office"
                                    : "signed-by-mandate",
                            account,
                            evidence,
                            under.id(),
                            signer,
                            function,
                            null,
                            null,
                            null,
                            null);
            case PositionEvent.Published(_, long number, long leaf) ->
                    new Columns(
                            "published", null, null, null, null, null, number, leaf, null, null);
            case PositionEvent.Replaced(_, UUID by) ->
                    new Columns("replaced", null, null, null, null, null, null, null, by, null);
            case PositionEvent.Withdrawn(_, Optional<UUID> account, String reason) ->
                    new Columns(
                            "withdrawn",
                            account.orElse(null),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            reason);
        };
    }

    private static PositionEvent event(ResultSet row) throws SQLException {
        Instant at = Moments.of(row, "at");
        UUID account = row.getObject("account", UUID.class);
        UUID evidence = row.getObject("evidence", UUID.class);
        UUID basis = row.getObject("basis", UUID.class);
        String kind = row.getString("kind");
        return switch (kind) {
            case "validated" -> new PositionEvent.Validated(at, account, evidence);
            case "signed-for-office" -> signed(row, at, new Grantor.OfOffice(basis));
            case "signed-by-mandate" -> signed(row, at, new Grantor.OfMandate(basis));
            case "published" ->
                    new PositionEvent.Published(at, row.getLong("number"), row.getLong("leaf"));
            case "replaced" -> new PositionEvent.Replaced(at, row.getObject("other", UUID.class));
            case "withdrawn" ->
                    new PositionEvent.Withdrawn(
                            at, Optional.ofNullable(account), row.getString("reason"));
            default -> throw new IllegalStateException("An event of kind " + kind);
        };
    }

    private static PositionEvent signed(ResultSet row, Instant at, Grantor under)
            throws SQLException {
        return new PositionEvent.Signed(
                at,
                row.getObject("account", UUID.class),
                row.getObject("evidence", UUID.class),
                under,
                row.getString("signer"),
                row.getString("function"));
    }
}
