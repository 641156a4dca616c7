package org.danaya.backup;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What operators did at the command line, in {@code backup.operator_act}, until the platform has
 * written it into its journal.
 */
final class OperatorActTable {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    OperatorActTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes an act, unless the data are of a program that had no such table yet. */
    void insert(BackupAct type, String operator, String subject, Instant at) {
        if (jdbc.sql("select to_regclass('backup.operator_act') is not null")
                .query(Boolean.class)
                .single()) {
            jdbc.sql(
                            """
                            insert into backup.operator_act (type, operator, subject, done_at)
                            values (?, ?, ?, ?)
                            """)
                    .params(type.code(), operator, subject, Timestamp.from(at))
                    .update();
        }
    }

    /** Takes the oldest ones out. */
    List<Act> take() {
        return jdbc.sql(
                        """
                        delete from backup.operator_act where id in
                            (select id from backup.operator_act order by id limit ?)
                        returning type, operator, subject, done_at
                        """)
                .param(MOST)
                .query(
                        (row, _) ->
                                new Act(
                                        BackupAct.of(row.getString(1)),
                                        new Actor.Operator(row.getString(2)),
                                        row.getString(3),
                                        Act.Outcome.DONE,
                                        Map.of("at", row.getTimestamp(4).toInstant().toString())))
                .list();
    }
}
