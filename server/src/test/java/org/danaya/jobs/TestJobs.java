package org.danaya.jobs;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.danaya.base.Ids;
import org.danaya.base.Settings;
import org.danaya.store.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module on a database of its own, without Spring; engines come and go on it. */
final class TestJobs {

    final PGSimpleDataSource source = TestDatabase.freshSource();
    final JdbcClient jdbc = JdbcClient.create(source);
    final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(source));
    final TaskTable tasks = new TaskTable(jdbc);
    final RunTable runs = new RunTable(jdbc);
    final Bell bell = new Bell();
    private final JobData data = new JobData();
    private final Clock clock = Clock.systemUTC();
    final Jobs jobs = new Jobs(tasks, runs, data, bell, clock, new Ids(clock, new SecureRandom()));

    JobEngine engine(List<JobHandler<?>> handlers, List<RecurringJob> recurring) {
        return engine(handlers, recurring, Map.of());
    }

    JobEngine engine(
            List<JobHandler<?>> handlers,
            List<RecurringJob> recurring,
            Map<String, String> settings) {
        Map<String, String> given = new HashMap<>(Map.of("jobs.stop-limit", "500ms"));
        given.putAll(settings);
        return new JobEngine(
                source,
                Settings.of(JobsSettings.ALL, given),
                tasks,
                data,
                new Settlement(tasks, runs, transaction),
                bell,
                clock,
                handlers,
                recurring);
    }

    int count(String table) {
        return jdbc.sql("select count(*) from jobs." + table).query(Integer.class).single();
    }
}
