package org.danaya.log;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.danaya.base.Act;
import org.danaya.base.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What operators did at the command line, in {@code log.operator_act}, until the platform has
 * written it into its journal.
 */
final class OperatorActTable {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    OperatorActTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One act. */
    record Done(LogAct type, String operator, String subject, String detail, Instant at) {

        Act act() {
            return new Act(
                    type,
                    new Actor.Operator(operator),
                    subject,
                    Act.Outcome.DONE,
                    Map.of("detail", detail, "at", at.toString()));
        }
    }

    void insert(Done act) {
        jdbc.sql(
                        """
                        insert into log.operator_act (type, operator, subject, detail, done_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        act.type().code(),
                        act.operator(),
                        act.subject(),
                        act.detail(),
                        Timestamp.from(act.at()))
                .update();
    }

    /** Hands on what waits, in the transaction that takes it out. */
    void tell(ApplicationEventPublisher events) {
        take().forEach(done -> events.publishEvent(done.act()));
    }

    /** Takes the oldest ones out. */
    private List<Done> take() {
        return jdbc.sql(
                        """
                        delete from log.operator_act where id in
                            (select id from log.operator_act order by id limit ?)
                        returning type, operator, subject, detail, done_at
                        """)
                .param(MOST)
                .query(
                        (row, _) ->
                                new Done(
                                        LogAct.of(row.getString(1)),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getTimestamp(5).toInstant()))
                .list();
    }
}
