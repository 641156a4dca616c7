package org.danaya.consultation.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is asked of {@code consultation.observation} here, without its words. */
final class ObservedTable {

    private final JdbcClient sql;

    ObservedTable(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Who wrote an observation, or handed it in.
     *
     * @param accounts all that are known to have
     */
    record Author(UUID observation, int number, Set<UUID> accounts) {}

    /** Who wrote some of the observations that were submitted about a version. */
    List<Author> authors(UUID version, Collection<UUID> observations) {
        return observations.isEmpty()
                ? List.of()
                : sql.sql(
                                """
                                select o.id, o.number, o.author, o.changed_by,
                                    b.account as submitted_by
                                from consultation.observation o
                                join consultation.batch b on b.id = o.batch
                                where o.version = :version and o.state = 'submitted'
                                    and o.id in (:some)
                                order by o.number
                                """)
                        .param("version", version)
                        .param("some", observations)
                        .query(
                                (row, _) ->
                                        new Author(
                                                row.getObject("id", UUID.class),
                                                row.getInt("number"),
                                                Stream.of("author", "changed_by", "submitted_by")
                                                        .map(each -> account(row, each))
                                                        .collect(Collectors.toSet())))
                        .list();
    }

    private static UUID account(ResultSet row, String column) {
        try {
            return row.getObject(column, UUID.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an observation is called, within its version. */
    Optional<Integer> number(UUID observation) {
        return sql.sql("select number from consultation.observation where id = ?")
                .param(observation)
                .query((row, _) -> row.getInt(1))
                .optional();
    }

    /** The numbers of all that isn't confidential, each with its place among them, from 1. */
    Map<Integer, Integer> open(UUID version) {
        Map<Integer, Integer> open = new HashMap<>();
        sql.sql(
                        """
                        select number, row_number() over (order by number) as place
                        from consultation.observation
                        where version = ? and state = 'submitted' and not confidential
                        """)
                .param(version)
                .query(
                        row -> {
                            open.put(row.getInt("number"), row.getInt("place"));
                        });
        return open;
    }

    /** The observation of a number, on a version. */
    Optional<UUID> byNumber(UUID version, int number) {
        return sql.sql(
                        """
                        select id from consultation.observation
                        where version = ? and number = ? and state = 'submitted'
                        """)
                .params(version, number)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** The ids of the changes that an observation is a cause of, in their order. */
    List<String> changes(UUID former, UUID observation, int most) {
        return sql.sql(
                        """
                        select distinct hunk from consultation.cause
                        where former = ? and observation = ? and ended_at is null
                        order by hunk limit ?
                        """)
                .params(former, observation, most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /**
     * An observation with the answer that counts, without its words.
     *
     * @param disposition the code; null where it has none
     * @param linked whether a change has it, or a duplicate of it, for its cause
     * @param chained whether the one that is answered for it is itself a duplicate
     */
    record Standing(
            UUID observation,
            int number,
            @Nullable String disposition,
            String reason,
            boolean linked,
            boolean chained) {}

    /**
     * What isn't settled of the observations on a version.
     *
     * @param hunks the changes that there are
     */
    List<Standing> unsettled(UUID version, Collection<String> hunks, int most) {
        return sql.sql(
                        """
                        with last as (
                            select distinct on (observation) * from consultation.answer
                            where version = :version order by observation, place desc
                        ), linked as (
                            select distinct coalesce(last.other, cause.observation) as observation
                            from consultation.cause
                            left join last on last.observation = cause.observation
                            where former = :version and ended_at is null
                                and cause.observation is not null
                                and cause.hunk = any (string_to_array(:hunks, ','))
                        )
                        select o.id, o.number, last.kind, coalesce(last.reason, '') as reason,
                            linked.observation is not null as linked,
                            coalesce(other.kind = 'duplicate', false) as chained
                        from consultation.observation o
                        left join last on last.observation = o.id
                        left join linked on linked.observation = o.id
                        left join last other on other.observation = last.other
                        where o.version = :version and o.state = 'submitted'
                            and (last.kind is null or last.kind in ('to-examine', 'to-arbitrate')
                                or (last.kind in ('partly-accepted', 'rejected', 'moot', 'postponed')
                                    and last.reason = '')
                                or (last.kind in ('accepted', 'partly-accepted')
                                    and linked.observation is null)
                                or other.kind = 'duplicate')
                        order by o.number limit :most
                        """)
                .param("version", version)
                .param("hunks", String.join(",", hunks))
                .param("most", most)
                .query(
                        (row, _) ->
                                new Standing(
                                        row.getObject("id", UUID.class),
                                        row.getInt("number"),
                                        row.getString("kind"),
                                        row.getString("reason"),
                                        row.getBoolean("linked"),
                                        row.getBoolean("chained")))
                .list();
    }
}
