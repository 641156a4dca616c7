package org.danaya.jobs;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code jobs.run} and {@code jobs.failed}: what ran, and what was given up. */
@Repository
class RunTable {

    /** How a run is remembered. */
    enum Ending {
        DONE,
        FAILED,
        GIVEN_UP,
        LOST
    }

    private static final int REASON_LIMIT = 300;

    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Execution execution, Instant started, Instant ended, Ending ending, String reason) {
        jdbc.sql(
                        """
                        insert into jobs.run
                            (job, instance, attempt, started, ended, outcome, reason)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        execution.getTaskName(),
                        execution.getId(),
                        execution.consecutiveFailures + 1,
                        TaskTable.at(started),
                        TaskTable.at(ended),
                        ending.name(),
                        shortened(reason))
                .update();
    }

    /** Keeps one-time work that was given up, with its data as they are. */
    void keepFailed(Execution execution, Instant now, String reason) {
        jdbc.sql(
                        """
                        insert into jobs.failed
                            (job, instance, data, priority, failed_at, attempts, reason)
                        select task_name, task_instance, task_data, priority, ?, ?, ?
                        from jobs.task where task_name = ? and task_instance = ?
                        """)
                .params(
                        TaskTable.at(now),
                        execution.consecutiveFailures + 1,
                        shortened(reason),
                        execution.getTaskName(),
                        execution.getId())
                .update();
    }

    /** One-time work that was given up. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record GivenUp(String job, String instance, byte[] data, int priority) {}

    /** Takes one piece of what was given up. */
    Optional<GivenUp> take(long id) {
        return jdbc.sql("delete from jobs.failed where id = ? returning *")
                .param(id)
                .query(RunTable::givenUp)
                .optional();
    }

    /** Takes a piece of a job by its id, however often it was given up. */
    Optional<GivenUp> take(String job, String instance) {
        return jdbc
                .sql("delete from jobs.failed where job = ? and instance = ? returning *")
                .params(job, instance)
                .query(RunTable::givenUp)
                .list()
                .stream()
                .findFirst();
    }

    /** When a piece of a job was given up, the last time. */
    Optional<Instant> givenUpAt(String job, String instance) {
        return jdbc.sql(
                        """
                        select max(failed_at) from jobs.failed where job = ? and instance = ?
                        having count(*) > 0
                        """)
                .params(job, instance)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private static GivenUp givenUp(ResultSet row, int number) throws SQLException {
        return new GivenUp(
                row.getString("job"),
                row.getString("instance"),
                row.getBytes("data"),
                row.getInt("priority"));
    }

    /** Deletes the runs that ended before an instant, and each job's oldest past a number. */
    int clean(Instant oldest, int most) {
        int old =
                jdbc.sql("delete from jobs.run where ended < ?")
                        .param(TaskTable.at(oldest))
                        .update();
        int many =
                jdbc.sql(
                                """
                                delete from jobs.run where id in (
                                    select id from (
                                        select id, row_number()
                                            over (partition by job order by id desc) as place
                                        from jobs.run) as placed
                                    where place > ?)
                                """)
                        .param(most)
                        .update();
        return old + many;
    }

    private static String shortened(String reason) {
        return reason.length() <= REASON_LIMIT ? reason : reason.substring(0, REASON_LIMIT);
    }
}
