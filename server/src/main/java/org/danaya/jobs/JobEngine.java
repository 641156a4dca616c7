package org.danaya.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.danaya.base.Setting;
import org.danaya.base.Settings;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Runs the work of both lanes while the program runs. */
class JobEngine implements SmartLifecycle {

    private static final Duration POLL = Duration.ofSeconds(1);

    /** Work of a program that died is found after four missed heartbeats. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** Work whose type this program doesn't know waits for a program that does. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final DataSource source;
    private final Settings settings;
    private final TaskTable tasks;
    private final JobData data;
    private final Settlement settlement;
    private final Bell bell;
    private final Clock clock;
    private final List<JobHandler<?>> handlers;
    private final List<RecurringJob> recurring;
    private volatile List<LaneTask<?>> known = List.of();
    private volatile List<Scheduler> lanes = List.of();

    JobEngine(
            DataSource source,
            Settings settings,
            TaskTable tasks,
            JobData data,
            Settlement settlement,
            Bell bell,
            Clock clock,
            List<JobHandler<?>> handlers,
            List<RecurringJob> recurring) {
        this.source = new TransactionAwareDataSourceProxy(source);
        this.settings = settings;
        this.tasks = tasks;
        this.data = data;
        this.settlement = settlement;
        this.bell = bell;
        this.clock = clock;
        this.handlers = handlers;
        this.recurring = recurring;
        refuseTwins();
    }

    @Override
    public void start() {
        Instant now = clock.instant();
        tasks.keepRecurring(recurring.stream().map(RecurringJob::name).toList());
        recurring.forEach(
                job ->
                        tasks.addRecurring(
                                job.name(), first(job.rhythm(), now), job.rhythm().after(now)));
        List<LaneTask<?>> once = handlers.stream().<LaneTask<?>>map(this::task).toList();
        List<LaneTask<?>> again = recurring.stream().<LaneTask<?>>map(this::task).toList();
        List<LaneTask<?>> all = new ArrayList<>(once);
        all.addAll(again);
        known = List.copyOf(all);
        lanes =
                List.of(
                        lane(Lane.ONE_TIME, JobsSettings.PERMITS, once),
                        lane(Lane.RECURRING, JobsSettings.RECURRING_PERMITS, again));
        lanes.forEach(Scheduler::start);
        bell.answer(() -> lanes.forEach(Scheduler::triggerCheckForDueExecutions));
    }

    @Override
    public void stop() {
        bell.answer(() -> {});
        List<Thread> stopping =
                lanes.stream().map(lane -> Thread.ofVirtual().start(lane::stop)).toList();
        lanes = List.of();
        for (Thread thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return !lanes.isEmpty();
    }

    /** What runs in this program now, and since when, by job and id. */
    Map<String, Map<String, Instant>> running() {
        Map<String, Map<String, Instant>> running = new TreeMap<>();
        known.forEach(task -> running.put(task.getName(), task.running()));
        return running;
    }

    /** The recurring jobs that this program has. */
    List<RecurringJob> recurring() {
        return recurring;
    }

    private static Instant first(Rhythm rhythm, Instant now) {
        return switch (rhythm) {
            case Rhythm.Every _ -> now;
            case Rhythm.Daily daily -> daily.after(now);
        };
    }

    private <T> LaneTask<T> task(JobHandler<T> handler) {
        JobType<T> type = handler.type();
        return new LaneTask<>(
                type.name(),
                type.data(),
                type.limit(),
                handler.work(),
                (run, operations) -> settlement.oneTime(run, type.retry(), operations),
                clock);
    }

    private LaneTask<Void> task(RecurringJob job) {
        return new LaneTask<>(
                job.name(),
                Void.class,
                job.limit(),
                _ -> job.work().run(),
                (run, operations) -> settlement.recurring(run, job.rhythm(), operations),
                clock);
    }

    private Scheduler lane(Lane lane, Setting<Integer> permits, List<LaneTask<?>> tasks) {
        return Scheduler.create(source, new ArrayList<Task<?>>(tasks))
                .tableName(lane.table())
                .schedulerName(new SchedulerName.Fixed("danaya-" + ProcessHandle.current().pid()))
                .threads(settings.get(permits))
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .enablePriority()
                .serializer(data)
                .clock(clock::instant)
                .deleteUnresolvedAfter(FOR_EVER)
                .shutdownMaxWait(settings.get(JobsSettings.STOP_LIMIT))
                .failureLogging(LogLevel.ERROR, true)
                .build();
    }

    private void refuseTwins() {
        Set<String> names = new HashSet<>();
        handlers.forEach(handler -> refuseTwin(names, handler.type().name()));
        recurring.forEach(job -> refuseTwin(names, job.name()));
    }

    private static void refuseTwin(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalStateException("Two jobs are named " + name);
        }
    }
}
