package org.danaya.consultation.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.consultation.answer.Cause.Changed;
import org.danaya.consultation.answer.Cause.Source;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consultation.cause}. */
final class CauseTable {

    private final JdbcClient sql;

    CauseTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Adds a cause; false where the same is said of the change already. */
    boolean add(Cause cause) {
        Changed change = cause.change();
        return sql.sql(
                                """
                                insert into consultation.cause (id, former, hunk, hunk_kind, part,
                                    former_words, later_words, kind, observation, decision, note, act,
                                    account, at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                Arrays.asList(
                                        cause.id(),
                                        cause.former(),
                                        change.hunk(),
                                        change.kind(),
                                        change.part(),
                                        change.former(),
                                        change.later(),
                                        cause.source().code(),
                                        cause.source() instanceof Cause.OfObservation each
                                                ? each.observation()
                                                : null,
                                        decision(cause.source()).orElse(null),
                                        cause.source() instanceof Cause.Editorial each
                                                ? each.note()
                                                : null,
                                        cause.act(),
                                        cause.account(),
                                        Moments.column(cause.at())))
                        .update()
                == 1;
    }

    static Optional<UUID> decision(Source source) {
        return switch (source) {
            case Cause.OfDecision(UUID decision) -> Optional.of(decision);
            case Cause.OfRecommendation(UUID decision) -> Optional.of(decision);
            case Cause.OfObservation _, Cause.Editorial _ -> Optional.empty();
        };
    }

    /** Takes a cause back; false where it was before. */
    boolean end(UUID id, UUID account, Instant now) {
        return sql.sql(
                                """
                                update consultation.cause set ended_at = ?, ended_by = ?
                                where id = ? and ended_at is null
                                """)
                        .params(Moments.column(now), account, id)
                        .update()
                == 1;
    }

    /** What explains the changes since a version now. */
    List<Cause> of(UUID former) {
        return sql.sql(
                        """
                        select * from consultation.cause where former = ? and ended_at is null
                        order by at, id
                        """)
                .param(former)
                .query(CauseTable::row)
                .list();
    }

    /** A cause that wasn't taken back. */
    Optional<Cause> find(UUID id) {
        return sql.sql("select * from consultation.cause where id = ? and ended_at is null")
                .param(id)
                .query(CauseTable::row)
                .optional();
    }

    private static Cause row(ResultSet row, int number) throws SQLException {
        return new Cause(
                row.getObject("id", UUID.class),
                row.getObject("former", UUID.class),
                new Changed(
                        row.getString("hunk"),
                        row.getString("hunk_kind"),
                        row.getString("part"),
                        row.getString("former_words"),
                        row.getString("later_words")),
                source(row),
                row.getObject("act", UUID.class),
                row.getObject("account", UUID.class),
                Moments.of(row, "at"));
    }

    private static Source source(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return switch (kind) {
            case "observation" -> new Cause.OfObservation(needed(row, "observation"));
            case "decision" -> new Cause.OfDecision(needed(row, "decision"));
            case "recommendation" -> new Cause.OfRecommendation(needed(row, "decision"));
            case "editorial" -> new Cause.Editorial(row.getString("note"));
            default -> throw new IllegalStateException(kind);
        };
    }

    private static UUID needed(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }
}
