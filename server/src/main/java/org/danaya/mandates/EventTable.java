package org.danaya.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.store.Moments;
import org.danaya.verify.mandate.Power;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code mandates.event}. Rows are only ever added. */
final class EventTable {

    private final JdbcClient sql;

    EventTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** The columns that kinds of event have or haven't. */
    private record Columns(
            String kind,
            @Nullable UUID account,
            @Nullable UUID evidence,
            @Nullable Power power,
            Mandate.@Nullable EndCause cause,
            @Nullable String reason,
            @Nullable LocalDate until,
            @Nullable UUID other,
            @Nullable Long leaf) {

        static Columns of(String kind, @Nullable UUID account, @Nullable String reason) {
            return new Columns(kind, account, null, null, null, reason, null, null, null);
        }
    }

    /** Appends what happened to a mandate that is locked. */
    void append(UUID mandate, MandateEvent event) {
        Columns columns = columns(event);
        sql.sql(
                        """
                        insert into mandates.event (mandate, place, kind, at, account, evidence,
                            power, cause, reason, until, other, leaf)
                        select ?, coalesce(max(place), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        from mandates.event where mandate = ?
                        """)
                .params(
                        Arrays.asList(
                                mandate,
                                columns.kind(),
                                Moments.column(event.at()),
                                columns.account(),
                                columns.evidence(),
                                columns.power() == null ? null : columns.power().name(),
                                columns.cause() == null ? null : columns.cause().name(),
                                columns.reason(),
                                columns.until(),
                                columns.other(),
                                columns.leaf(),
                                mandate))
                .update();
    }

    /** What happened to a mandate, in order. */
    List<MandateEvent> of(UUID mandate) {
        return ofAll(List.of(mandate)).getOrDefault(mandate, List.of());
    }

    /** What happened to mandates, each in order. */
    Map<UUID, List<MandateEvent>> ofAll(Collection<UUID> mandates) {
        return sql
                .sql("select * from mandates.event where mandate = any (?) order by mandate, place")
                .param(mandates.toArray(UUID[]::new))
                .query((row, _) -> Map.entry(row.getObject("mandate", UUID.class), event(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The accounts that signed some of these. */
    List<UUID> signers(Collection<UUID> mandates) {
        return sql.sql(
                        """
                        select distinct account from mandates.event
                        where mandate = any (?)
                          and kind in ('signed-for-office', 'signed-by-holder')
                        """)
                .param(mandates.toArray(UUID[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Columns columns(MandateEvent event) {
        return switch (event) {
            case MandateEvent.Approved(_, UUID account, UUID evidence) ->
                    new Columns("approved", account, evidence, null, null, null, null, null, null);
            case MandateEvent.Withdrawn(_, Optional<UUID> account, String reason) ->
                    Columns.of("withdrawn", account.orElse(null), reason);
            case MandateEvent.Signed(_, UUID account, UUID evidence, Grantor under) ->
                    new Columns(
                            under instanceof Grantor.OfOffice
                                    ? "signed-for-office"
                                    : "signed-by-holder",
                            account,
                            evidence,
                            null,
                            null,
                            null,
                            null,
                            under.id(),
                            null);
            case MandateEvent.Effective(_, long leaf) ->
                    new Columns("effective", null, null, null, null, null, null, null, leaf);
            case MandateEvent.Suspended(_, UUID account, String reason) ->
                    Columns.of("suspended", account, reason);
            case MandateEvent.Resumed(_, UUID account) -> Columns.of("resumed", account, null);
            case MandateEvent.PowerRevoked(_, UUID account, Power power, String reason) ->
                    new Columns(
                            "power-revoked", account, null, power, null, reason, null, null, null);
            case MandateEvent.Shortened(_, LocalDate until, Mandate.EndCause cause) ->
                    new Columns("shortened", null, null, null, cause, null, until, null, null);
            case MandateEvent.Revoked(
                            _,
                            Optional<UUID> account,
                            Mandate.EndCause cause,
                            String reason) ->
                    new Columns(
                            "revoked",
                            account.orElse(null),
                            null,
                            null,
                            cause,
                            reason,
                            null,
                            null,
                            null);
            case MandateEvent.Transferred(_, UUID from) ->
                    new Columns("transferred", null, null, null, null, null, null, from, null);
            case MandateEvent.Replaced(_, UUID by) ->
                    new Columns("replaced", null, null, null, null, null, null, by, null);
        };
    }

    private static MandateEvent event(ResultSet row) throws SQLException {
        Instant at = Moments.of(row, "at");
        UUID account = row.getObject("account", UUID.class);
        UUID evidence = row.getObject("evidence", UUID.class);
        UUID other = row.getObject("other", UUID.class);
        String reason = row.getString("reason");
        String kind = row.getString("kind");
        return switch (kind) {
            case "approved" -> new MandateEvent.Approved(at, account, evidence);
            case "withdrawn" ->
                    new MandateEvent.Withdrawn(at, Optional.ofNullable(account), reason);
            case "signed-for-office" ->
                    new MandateEvent.Signed(at, account, evidence, new Grantor.OfOffice(other));
            case "signed-by-holder" ->
                    new MandateEvent.Signed(at, account, evidence, new Grantor.OfMandate(other));
            case "effective" -> new MandateEvent.Effective(at, row.getLong("leaf"));
            case "suspended" -> new MandateEvent.Suspended(at, account, reason);
            case "resumed" -> new MandateEvent.Resumed(at, account);
            case "power-revoked" ->
                    new MandateEvent.PowerRevoked(
                            at, account, Power.valueOf(row.getString("power")), reason);
            case "shortened" ->
                    new MandateEvent.Shortened(
                            at, row.getObject("until", LocalDate.class), cause(row));
            case "revoked" ->
                    new MandateEvent.Revoked(at, Optional.ofNullable(account), cause(row), reason);
            case "transferred" -> new MandateEvent.Transferred(at, other);
            case "replaced" -> new MandateEvent.Replaced(at, other);
            default -> throw new IllegalStateException("An event of kind " + kind);
        };
    }

    private static Mandate.EndCause cause(ResultSet row) throws SQLException {
        return Mandate.EndCause.valueOf(row.getString("cause"));
    }
}
