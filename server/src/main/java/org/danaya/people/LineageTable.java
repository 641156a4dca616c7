package org.danaya.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code people.structure_lineage}. */
@Component
class LineageTable {

    /** A line as it is kept. */
    record Line(
            UUID id,
            UUID predecessor,
            UUID successor,
            Lineage.Kind kind,
            @Nullable LocalDate on,
            @Nullable String act) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    LineageTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The lines in which a structure is the predecessor or the successor. */
    List<Line> of(UUID structure) {
        return jdbc.sql(
                        """
                        select * from people.structure_lineage
                        where withdrawn_at is null
                          and (predecessor_id = :id or successor_id = :id)
                        order by on_date nulls first, id
                        """)
                .param("id", structure)
                .query(
                        (row, _) ->
                                new Line(
                                        row.getObject("id", UUID.class),
                                        row.getObject("predecessor_id", UUID.class),
                                        row.getObject("successor_id", UUID.class),
                                        Lineage.Kind.valueOf(row.getString("kind")),
                                        row.getObject("on_date", LocalDate.class),
                                        row.getString("act")))
                .list();
    }

    /** Whether one structure comes from another, directly or not. */
    boolean descends(UUID structure, UUID from) {
        return jdbc.sql(
                        """
                        with recursive before (id) as (
                            select predecessor_id from people.structure_lineage
                            where successor_id = :structure and withdrawn_at is null
                            union
                            select l.predecessor_id from people.structure_lineage l
                            join before b on l.successor_id = b.id
                            where l.withdrawn_at is null)
                        select exists (select from before where id = :from)
                        """)
                .param("structure", structure)
                .param("from", from)
                .query(Boolean.class)
                .single();
    }

    void insert(Line line) {
        jdbc.sql(
                        """
                        insert into people.structure_lineage
                            (id, predecessor_id, successor_id, kind, on_date, act, recorded_at)
                        values (:id, :predecessor, :successor, :kind, :on, :act, :now)
                        """)
                .param("id", line.id())
                .param("predecessor", line.predecessor())
                .param("successor", line.successor())
                .param("kind", line.kind().name())
                .param("on", line.on())
                .param("act", line.act())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Withdraws a line of a structure; says which other structure it named. */
    Optional<UUID> withdraw(UUID id, UUID structure) {
        return jdbc.sql(
                        """
                        update people.structure_lineage set withdrawn_at = :now
                        where id = :id and withdrawn_at is null
                          and (predecessor_id = :structure or successor_id = :structure)
                        returning case when predecessor_id = :structure
                            then successor_id else predecessor_id end
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("structure", structure)
                .query(UUID.class)
                .optional();
    }
}
