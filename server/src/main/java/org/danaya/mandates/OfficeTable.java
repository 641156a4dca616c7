package org.danaya.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.store.Moments;
import org.danaya.verify.mandate.Powers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code mandates.office}. */
final class OfficeTable {

    private final JdbcClient sql;

    OfficeTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Office office) {
        sql.sql(
                        """
                        insert into mandates.office (id, position, structure, powers, scope, depth,
                            basis, from_day, until_day, proposed_by, proposed_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'proposed')
                        """)
                .params(
                        office.id(),
                        office.position(),
                        office.structure(),
                        office.powers().bits(),
                        office.scope().lines().toArray(String[]::new),
                        office.depth(),
                        office.basis(),
                        office.period().from(),
                        office.period().until(),
                        office.proposedBy(),
                        Moments.column(office.proposedAt()))
                .update();
    }

    void change(UUID id, Office.State state) {
        switch (state) {
            case Office.State.Proposed() ->
                    throw new IllegalArgumentException("A decision is never taken back");
            case Office.State.Recorded(UUID by, Instant at, UUID evidence) ->
                    sql.sql(
                                    """
                                    update mandates.office set state = 'recorded', decided_by = ?,
                                        decided_at = ?, evidence = ? where id = ?
                                    """)
                            .params(by, Moments.column(at), evidence, id)
                            .update();
            case Office.State.Refused(UUID by, Instant at, String reason) ->
                    sql.sql(
                                    """
                                    update mandates.office set state = 'refused', decided_by = ?,
                                        decided_at = ?, reason = ? where id = ?
                                    """)
                            .params(by, Moments.column(at), reason, id)
                            .update();
            case Office.State.Ended(UUID by, Instant at, String reason, _) ->
                    sql.sql(
                                    """
                                    update mandates.office set state = 'ended', ended_by = ?,
                                        ended_at = ?, reason = ? where id = ?
                                    """)
                            .params(by, Moments.column(at), reason, id)
                            .update();
        }
    }

    Optional<Office> find(UUID id) {
        return sql.sql("select * from mandates.office where id = ?")
                .param(id)
                .query(OfficeTable::office)
                .optional();
    }

    Optional<Office> lock(UUID id) {
        return sql.sql("select * from mandates.office where id = ? for update")
                .param(id)
                .query(OfficeTable::office)
                .optional();
    }

    /** The same, and others may look at it as this does. */
    Optional<Office> share(UUID id) {
        return sql.sql("select * from mandates.office where id = ? for share")
                .param(id)
                .query(OfficeTable::office)
                .optional();
    }

    List<Office> ofStructure(UUID structure) {
        return sql.sql("select * from mandates.office where structure = ? order by proposed_at, id")
                .param(structure)
                .query(OfficeTable::office)
                .list();
    }

    List<Office> ofPosition(UUID position) {
        return sql.sql("select * from mandates.office where position = ? order by proposed_at, id")
                .param(position)
                .query(OfficeTable::office)
                .list();
    }

    List<Office> list(Reach reach, String state, Optional<UUID> structure, long skipped, int most) {
        return listed(
                        "select *",
                        " order by proposed_at desc, id limit :most offset :skipped",
                        reach,
                        state,
                        structure)
                .param("most", most)
                .param("skipped", skipped)
                .query(OfficeTable::office)
                .list();
    }

    long count(Reach reach, String state, Optional<UUID> structure) {
        return listed("select count(*)", "", reach, state, structure).query(Long.class).single();
    }

    /** Those that are recorded and end after one day and not after another. */
    long ending(Reach reach, LocalDate from, LocalDate until) {
        return listed(
                        "select count(*)",
                        " and until_day > :from and until_day <= :until",
                        reach,
                        "recorded",
                        Optional.empty())
                .param("from", from)
                .param("until", until)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec listed(
            String what, String rest, Reach reach, String state, Optional<UUID> structure) {
        StringBuilder where = new StringBuilder(" from mandates.office where true");
        Map<String, Object> given = new HashMap<>();
        if (!state.isEmpty()) {
            where.append(" and state = :state");
            given.put("state", state);
        }
        structure.ifPresent(
                id -> {
                    where.append(" and structure = :structure");
                    given.put("structure", id);
                });
        if (reach instanceof Reach.Structures(var ids)) {
            where.append(" and structure = any (:reach)");
            given.put("reach", ids.toArray(UUID[]::new));
        }
        return sql.sql(what + where + rest).params(given);
    }

    private static Office office(ResultSet row, int number) throws SQLException {
        return new Office(
                row.getObject("id", UUID.class),
                row.getObject("position", UUID.class),
                row.getObject("structure", UUID.class),
                new Powers(row.getInt("powers")),
                Scope.read(Arrays.asList((String[]) row.getArray("scope").getArray())),
                new Period(
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)),
                row.getInt("depth"),
                row.getString("basis"),
                row.getObject("proposed_by", UUID.class),
                Moments.of(row, "proposed_at"),
                state(row));
    }

    private static Office.State state(ResultSet row) throws SQLException {
        UUID by = row.getObject("decided_by", UUID.class);
        return switch (row.getString("state")) {
            case "proposed" -> new Office.State.Proposed();
            case "recorded" -> recorded(row, by);
            case "refused" ->
                    new Office.State.Refused(
                            by, Moments.of(row, "decided_at"), row.getString("reason"));
            case "ended" ->
                    new Office.State.Ended(
                            row.getObject("ended_by", UUID.class),
                            Moments.of(row, "ended_at"),
                            row.getString("reason"),
                            recorded(row, by));
            case String other -> throw new IllegalStateException("An office that is " + other);
        };
    }

    private static Office.State.Recorded recorded(ResultSet row, UUID by) throws SQLException {
        return new Office.State.Recorded(
                by, Moments.of(row, "decided_at"), row.getObject("evidence", UUID.class));
    }
}
