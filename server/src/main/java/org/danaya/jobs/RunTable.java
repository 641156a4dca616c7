package org.danaya.jobs;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
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
