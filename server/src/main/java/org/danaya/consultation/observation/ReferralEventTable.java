package org.danaya.consultation.observation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.danaya.store.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consultation.referral_event}. Rows are only ever added. */
final class ReferralEventTable {

    private final JdbcClient sql;

    ReferralEventTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Appends what happened to a referral that is locked. */
    void append(UUID referral, ReferralEvent event) {
        @Nullable Instant deadline = null;
        @Nullable UUID batch = null;
        @Nullable Integer hours = null;
        @Nullable String reason = null;
        switch (event) {
            case ReferralEvent.Asked asked -> deadline = asked.deadline();
            case ReferralEvent.Extended extended -> {
                deadline = extended.deadline();
                reason = extended.reason();
            }
            case ReferralEvent.Reminded reminded -> {
                deadline = reminded.deadline();
                hours = reminded.hours();
            }
            case ReferralEvent.Submitted submitted -> batch = submitted.batch();
            case ReferralEvent.Nothing nothing -> batch = nothing.batch();
            case ReferralEvent.Silent _ -> {}
        }
        sql.sql(
                        """
                        insert into consultation.referral_event (referral, place, kind, at, account,
                            deadline, batch, hours, reason)
                        select ?, coalesce(max(place), 0) + 1, ?, ?, ?, ?, ?, ?, ?
                        from consultation.referral_event where referral = ?
                        """)
                .params(
                        Arrays.asList(
                                referral,
                                event.code(),
                                Moments.column(event.at()),
                                event.who().orElse(null),
                                Moments.orNull(deadline),
                                batch,
                                hours,
                                reason,
                                referral))
                .update();
    }

    /** What happened to a referral, in order. */
    List<ReferralEvent> of(UUID referral) {
        return sql.sql(
                        "select * from consultation.referral_event where referral = ? order by place")
                .param(referral)
                .query(ReferralEventTable::row)
                .list();
    }

    /** How many reminders went, for each referral of a version that had any. */
    Map<UUID, Integer> reminders(UUID version) {
        Map<UUID, Integer> counts = new HashMap<>();
        sql.sql(
                        """
                        select e.referral, count(*) from consultation.referral_event e
                        join consultation.referral r on r.id = e.referral
                        where r.version = ? and e.kind = 'reminded' group by e.referral
                        """)
                .param(version)
                .query(
                        row -> {
                            counts.put(row.getObject(1, UUID.class), row.getInt(2));
                        });
        return counts;
    }

    /** How many hours before its deadline each referral that is awaited was reminded last. */
    Map<UUID, Integer> told() {
        Map<UUID, Integer> hours = new HashMap<>();
        sql.sql(
                        """
                        select e.referral, min(e.hours) from consultation.referral_event e
                        join consultation.referral r on r.id = e.referral
                        where r.state = 'awaited' and e.kind = 'reminded' and e.deadline = r.deadline
                        group by e.referral
                        """)
                .query(
                        row -> {
                            hours.put(row.getObject(1, UUID.class), row.getInt(2));
                        });
        return hours;
    }

    private static ReferralEvent row(ResultSet row, int number) throws SQLException {
        Instant at = Moments.of(row, "at");
        UUID account = row.getObject("account", UUID.class);
        UUID batch = row.getObject("batch", UUID.class);
        String kind = row.getString("kind");
        return switch (kind) {
            case "asked" -> new ReferralEvent.Asked(at, account, Moments.of(row, "deadline"));
            case "extended" ->
                    new ReferralEvent.Extended(
                            at, account, Moments.of(row, "deadline"), row.getString("reason"));
            case "reminded" ->
                    new ReferralEvent.Reminded(
                            at, row.getInt("hours"), Moments.of(row, "deadline"));
            case "silent" -> new ReferralEvent.Silent(at);
            case "submitted" -> new ReferralEvent.Submitted(at, account, batch);
            case "none" -> new ReferralEvent.Nothing(at, account, batch);
            default -> throw new IllegalStateException(kind);
        };
    }
}
