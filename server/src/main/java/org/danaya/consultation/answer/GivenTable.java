package org.danaya.consultation.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.danaya.store.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code consultation.answer}. */
final class GivenTable {

    private final JdbcClient sql;

    GivenTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Adds an answer; false where another one has its place. */
    boolean add(UUID version, Given given) {
        Disposition disposition = given.disposition();
        return sql.sql(
                                """
                                insert into consultation.answer (observation, place, version, kind, reason,
                                    other, target, level, session, account, at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (observation, place) do nothing
                                """)
                        .params(
                                Arrays.asList(
                                        given.observation(),
                                        given.place(),
                                        version,
                                        disposition.code(),
                                        disposition.reason(),
                                        disposition instanceof Disposition.Duplicate each
                                                ? each.of()
                                                : null,
                                        disposition instanceof Disposition.Postponed each
                                                ? each.text()
                                                : null,
                                        disposition instanceof Disposition.ToArbitrate each
                                                ? each.level().code()
                                                : null,
                                        given.session().orElse(null),
                                        given.account(),
                                        Moments.column(given.at())))
                        .update()
                == 1;
    }

    /** The answers to an observation, the first one first. */
    List<Given> of(UUID observation) {
        return sql.sql("select * from consultation.answer where observation = ? order by place")
                .param(observation)
                .query(GivenTable::row)
                .list();
    }

    /** The answer that counts. */
    Optional<Given> last(UUID observation) {
        return sql.sql(
                        """
                        select * from consultation.answer where observation = ?
                        order by place desc limit 1
                        """)
                .param(observation)
                .query(GivenTable::row)
                .optional();
    }

    /** The answers that count for the observations on a version. */
    List<Given> lastOf(UUID version) {
        return sql.sql(
                        """
                        select distinct on (observation) * from consultation.answer where version = ?
                        order by observation, place desc
                        """)
                .param(version)
                .query(GivenTable::row)
                .list();
    }

    /** Whether an answer that counts says that others say the same as an observation. */
    boolean hasDuplicates(UUID observation) {
        return sql.sql(
                        """
                        select exists (select from consultation.answer one where other = ?
                            and not exists (select from consultation.answer later
                                where later.observation = one.observation and later.place > one.place))
                        """)
                .param(observation)
                .query(Boolean.class)
                .single();
    }

    private static Given row(ResultSet row, int number) throws SQLException {
        return row(row, "");
    }

    /**
     * An answer.
     *
     * @param prefix of its columns, from our own code
     */
    static Given row(ResultSet row, String prefix) throws SQLException {
        return new Given(
                row.getObject(prefix + "observation", UUID.class),
                row.getInt(prefix + "place"),
                disposition(row, prefix),
                Optional.ofNullable(row.getObject(prefix + "session", UUID.class)),
                row.getObject(prefix + "account", UUID.class),
                Moments.of(row, prefix + "at"));
    }

    private static Disposition disposition(ResultSet row, String prefix) throws SQLException {
        String reason = row.getString(prefix + "reason");
        String kind = row.getString(prefix + "kind");
        return switch (kind) {
            case "to-examine" -> new Disposition.ToExamine(reason);
            case "accepted" -> new Disposition.Accepted(reason);
            case "partly-accepted" -> new Disposition.PartlyAccepted(reason);
            case "rejected" -> new Disposition.Rejected(reason);
            case "moot" -> new Disposition.Moot(reason);
            case "duplicate" ->
                    new Disposition.Duplicate(
                            Objects.requireNonNull(row.getObject(prefix + "other", UUID.class)),
                            reason);
            case "postponed" -> new Disposition.Postponed(row.getString(prefix + "target"), reason);
            case "to-arbitrate" ->
                    new Disposition.ToArbitrate(
                            Disposition.Level.of(row.getString(prefix + "level")).orElseThrow(),
                            reason);
            default -> throw new IllegalStateException(kind);
        };
    }
}
