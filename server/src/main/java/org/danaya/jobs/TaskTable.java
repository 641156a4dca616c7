package org.danaya.jobs;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables {@code jobs.task} and {@code jobs.recurring}, whose rows db-scheduler picks. Adding is
 * done here and not by its client, whose insert of what exists already would fail the caller's
 * transaction.
 */
@Repository
class TaskTable {

    private final JdbcClient jdbc;

    TaskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one-time work; false where there is a row of this id. */
    boolean add(String job, String instance, byte[] data, Instant when, int priority) {
        return jdbc.sql(
                                """
                                insert into jobs.task (task_name, task_instance, task_data,
                                    execution_time, picked, consecutive_failures, version, priority)
                                values (?, ?, ?, ?, false, 0, 1, ?)
                                on conflict do nothing
                                """)
                        .params(job, instance, data, at(when), priority)
                        .update()
                == 1;
    }

    /** Adds a recurring job's row where there is none; brings its next run forward if it's late. */
    void addRecurring(String job, Instant first, Instant latest) {
        jdbc.sql(
                        """
                        insert into jobs.recurring (task_name, task_instance, execution_time,
                            picked, consecutive_failures, version, priority)
                        values (?, 'recurring', ?, false, 0, 1, 0)
                        on conflict (task_name, task_instance) do update
                        set execution_time = least(recurring.execution_time, ?)
                        """)
                .params(job, at(first), at(latest))
                .update();
    }

    /** Removes the rows of recurring jobs that the program no longer has. */
    void keepRecurring(List<String> jobs) {
        jdbc.sql("delete from jobs.recurring where task_name <> all (?::text[])")
                .param(jobs.toArray(String[]::new))
                .update();
    }

    /** Makes a recurring job due now, if it doesn't run; tells how many did. */
    int hasten(String job, Instant now) {
        return jdbc.sql(
                        """
                        update jobs.recurring set execution_time = ?, version = version + 1
                        where task_name = ? and not picked
                        """)
                .params(at(now), job)
                .update();
    }

    /** Removes one-time work that waits; tells how many pieces. */
    int removeWaiting(String job, List<String> instances) {
        return jdbc.sql(
                        """
                        delete from jobs.task
                        where task_name = ? and task_instance = any (?::text[]) and not picked
                        """)
                .params(job, instances.toArray(String[]::new))
                .update();
    }

    /** Puts back what an orderly stop interrupted, as if it had not run. */
    void release(Lane lane, Execution execution) {
        jdbc.sql(
                        """
                        update %s set picked = false, picked_by = null, last_heartbeat = null,
                            version = version + 1
                        where task_name = ? and task_instance = ? and version = ?
                        """
                                .formatted(lane.table()))
                .params(execution.getTaskName(), execution.getId(), execution.version)
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
