package org.danaya.consultation.answer.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code consultation.attendance} and {@code decision}: what minutes say. */
final class MinuteTable {

    private final JdbcClient sql;

    MinuteTable(JdbcClient sql) {
        this.sql = sql;
    }

    void add(UUID session, Attendance attendance) {
        sql.sql(
                        """
                        insert into consultation.attendance (session, place, structure, person, function,
                            presence)
                        select ?, coalesce(max(place), 0) + 1, ?, ?, ?, ?
                        from consultation.attendance where session = ?
                        """)
                .params(
                        session,
                        attendance.structure(),
                        attendance.person(),
                        attendance.function(),
                        attendance.presence().code(),
                        session)
                .update();
    }

    /** Takes somebody out; those after them move up. */
    void remove(UUID session, int place) {
        sql.sql("delete from consultation.attendance where session = ? and place = ?")
                .params(session, place)
                .update();
        // One after the other, so that no two have one place in between.
        sql.sql(
                        """
                        select place from consultation.attendance where session = ? and place > ?
                        order by place
                        """)
                .params(session, place)
                .query(Integer.class)
                .list()
                .forEach(
                        each ->
                                sql.sql(
                                                """
                                                update consultation.attendance set place = place - 1
                                                where session = ? and place = ?
                                                """)
                                        .params(session, each)
                                        .update());
    }

    void insert(Decision decision) {
        sql.sql(
                        """
                        insert into consultation.decision (id, session, number, words, part, part_name)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        decision.id(),
                        decision.session(),
                        decision.number(),
                        decision.words(),
                        decision.part(),
                        decision.partName())
                .update();
        about(decision);
    }

    void rewrite(Decision decision) {
        sql.sql(
                        """
                        update consultation.decision set words = ?, part = ?, part_name = ? where id = ?
                        """)
                .params(decision.words(), decision.part(), decision.partName(), decision.id())
                .update();
        sql.sql("delete from consultation.decision_observation where decision = ?")
                .param(decision.id())
                .update();
        about(decision);
    }

    void delete(UUID decision) {
        sql.sql("delete from consultation.decision where id = ?").param(decision).update();
    }

    /** Whether a change is explained by a decision. */
    boolean reliedOn(UUID decision) {
        return sql.sql("select exists (select from consultation.cause where decision = ?)")
                .param(decision)
                .query(Boolean.class)
                .single();
    }

    private void about(Decision decision) {
        for (UUID observation : decision.observations()) {
            sql.sql(
                            """
                            insert into consultation.decision_observation (decision, observation)
                            values (?, ?)
                            """)
                    .params(decision.id(), observation)
                    .update();
        }
    }

    /** What sessions decided, each in the order of its numbers. */
    List<Decision> decisions(Collection<UUID> sessions) {
        if (sessions.isEmpty()) {
            return List.of();
        }
        Map<UUID, Set<UUID>> about = new LinkedHashMap<>();
        sql.sql(
                        """
                        select decision_observation.* from consultation.decision_observation
                        join consultation.decision on decision.id = decision
                        where session in (:sessions)
                        """)
                .param("sessions", sessions)
                .query(
                        row -> {
                            about.computeIfAbsent(
                                            row.getObject("decision", UUID.class),
                                            _ -> new HashSet<>())
                                    .add(row.getObject("observation", UUID.class));
                        });
        return sql.sql(
                        """
                        select * from consultation.decision where session in (:sessions)
                        order by session, number
                        """)
                .param("sessions", sessions)
                .query(
                        (row, _) -> {
                            UUID id = row.getObject("id", UUID.class);
                            return new Decision(
                                    id,
                                    row.getObject("session", UUID.class),
                                    row.getInt("number"),
                                    row.getString("words"),
                                    row.getString("part"),
                                    row.getString("part_name"),
                                    about.getOrDefault(id, Set.of()));
                        })
                .list();
    }

    /** The session of a decision, if there is one. */
    Optional<UUID> session(UUID decision) {
        return sql.sql("select session from consultation.decision where id = ?")
                .param(decision)
                .query(UUID.class)
                .optional();
    }

    /** Who was at sessions, in the order in which they were noted. */
    Map<UUID, List<Attendance>> attendance(Collection<UUID> sessions) {
        Map<UUID, List<Attendance>> all = new LinkedHashMap<>();
        if (sessions.isEmpty()) {
            return all;
        }
        sql.sql(
                        """
                        select * from consultation.attendance where session in (:sessions)
                        order by session, place
                        """)
                .param("sessions", sessions)
                .query(
                        row -> {
                            all.computeIfAbsent(
                                            row.getObject("session", UUID.class),
                                            _ -> new ArrayList<>())
                                    .add(
                                            new Attendance(
                                                    row.getString("structure"),
                                                    row.getString("person"),
                                                    row.getString("function"),
                                                    Presence.of(row.getString("presence"))
                                                            .orElseThrow()));
                        });
        return all;
    }
}
