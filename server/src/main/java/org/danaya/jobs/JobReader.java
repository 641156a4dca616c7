package org.danaya.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads background work for people. An empty name stands for every job. */
@Repository
class JobReader {

    private final JdbcClient jdbc;

    JobReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits or runs in a lane, the next first. */
    List<JobRow> tasks(Lane lane, String job, int limit) {
        return jdbc.sql(
                        """
                        select 0, task_name, task_instance,
                            case when picked then 'RUNNING' else 'WAITING' end,
                            coalesce(consecutive_failures, 0), execution_time, null::timestamptz, ''
                        from %s where ? in ('', task_name)
                        order by picked desc, execution_time limit ?
                        """
                                .formatted(lane.table()))
                .params(job, limit)
                .query((row, _) -> row(row))
                .list();
    }

    /** What was given up and kept, the newest first. */
    List<JobRow> failed(String job, int limit) {
        return jdbc.sql(
                        """
                        select id, job, instance, 'GIVEN_UP', attempts, failed_at,
                            null::timestamptz, reason
                        from jobs.failed where ? in ('', job) order by id desc limit ?
                        """)
                .params(job, limit)
                .query((row, _) -> row(row))
                .list();
    }

    /** The last runs, the newest first; an empty outcome stands for every one. */
    List<JobRow> runs(String job, String outcome, int limit, long offset) {
        return jdbc.sql(
                        """
                        select id, job, instance, outcome, attempt, ended, started, reason
                        from jobs.run where ? in ('', job) and ? in ('', outcome)
                        order by id desc limit ? offset ?
                        """)
                .params(job, outcome, limit, offset)
                .query((row, _) -> row(row))
                .list();
    }

    long count(String table, String job) {
        String name = table.equals("task") ? "task_name" : "job";
        return jdbc.sql("select count(*) from jobs." + table + " where ? in ('', " + name + ")")
                .param(job)
                .query(Long.class)
                .single();
    }

    long runs(String job, String outcome) {
        return jdbc.sql(
                        """
                        select count(*) from jobs.run
                        where ? in ('', job) and ? in ('', outcome)
                        """)
                .params(job, outcome)
                .query(Long.class)
                .single();
    }

    private static JobRow row(ResultSet row) throws SQLException {
        return new JobRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                instant(row.getObject(7, OffsetDateTime.class)),
                row.getString(8));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
