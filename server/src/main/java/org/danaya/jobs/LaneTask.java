package org.danaya.jobs;

import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A job as db-scheduler sees it. */
final class LaneTask<T> extends AbstractTask<T> {

    /** Says what becomes of the work after a run. */
    @FunctionalInterface
    interface Settle {
        void settle(Settlement.Run run, ExecutionOperations<?> operations);
    }

    private final Duration limit;
    private final JobHandler.Work<T> work;
    private final Settle settle;
    private final Clock clock;

    /** What runs now, and since when, by the execution's id; written by the threads that run. */
    private final Map<String, Instant> running = new ConcurrentHashMap<>();

    LaneTask(
            String name,
            Class<T> data,
            Duration limit,
            JobHandler.Work<T> work,
            Settle settle,
            Clock clock) {
        // What fails outside the work itself, such as its settling, waits until it counts as dead.
        super(name, data, (_, _) -> {}, (_, _) -> {});
        this.limit = limit;
        this.work = work;
        this.settle = settle;
        this.clock = clock;
    }

    /** What runs now, and since when, by id. */
    Map<String, Instant> running() {
        return Map.copyOf(running);
    }

    @Override
    public CompletionHandler<T> execute(TaskInstance<T> instance, ExecutionContext context) {
        Instant started = clock.instant();
        running.put(instance.getId(), started);
        try {
            RunOutcome outcome =
                    Runner.run(name, instance.getId(), limit, () -> work.run(instance.getData()));
            Execution execution = context.getExecution();
            return (_, operations) ->
                    settle.settle(
                            new Settlement.Run(execution, started, clock.instant(), outcome),
                            operations);
        } finally {
            running.remove(instance.getId());
        }
    }

    @Override
    public com.github.kagkarlsson.scheduler.task.DeadExecutionHandler<T> getDeadExecutionHandler() {
        return this::lost;
    }

    @Override
    public SchedulableInstance<T> schedulableInstance(String id) {
        throw new UnsupportedOperationException("Work is asked for through Jobs");
    }

    @Override
    public SchedulableInstance<T> schedulableInstance(String id, T data) {
        throw new UnsupportedOperationException("Work is asked for through Jobs");
    }

    /** A run whose heartbeat stopped: of a program that died, or of this one, if it still runs. */
    private void lost(ExecutionComplete complete, ExecutionOperations<T> operations) {
        Execution execution = complete.getExecution();
        if (running.containsKey(execution.getId())) {
            return;
        }
        Instant now = clock.instant();
        Instant started = execution.lastHeartbeat == null ? now : execution.lastHeartbeat;
        settle.settle(
                new Settlement.Run(execution, started, now, new RunOutcome.Lost()), operations);
    }
}
