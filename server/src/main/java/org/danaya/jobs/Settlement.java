package org.danaya.jobs;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.danaya.jobs.RunTable.Ending;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down how a run ended and what becomes of the work, in one transaction. */
@Component
class Settlement {

    private final TaskTable tasks;
    private final RunTable runs;
    private final TransactionTemplate transaction;

    Settlement(TaskTable tasks, RunTable runs, TransactionTemplate transaction) {
        this.tasks = tasks;
        this.runs = runs;
        this.transaction = transaction;
    }

    /** One run that has ended. */
    record Run(Execution execution, Instant started, Instant ended, RunOutcome outcome) {

        private int failures() {
            return execution.consecutiveFailures + 1;
        }

        private ExecutionComplete complete(boolean done) {
            return done
                    ? ExecutionComplete.success(execution, started, ended)
                    : ExecutionComplete.failure(execution, started, ended, null);
        }
    }

    /** One-time work: it is gone, or waits for another attempt, or is given up and kept. */
    void oneTime(Run run, Retry retry, ExecutionOperations<?> operations) {
        settle(
                run,
                Lane.ONE_TIME,
                operations,
                (ended, failures) -> ended.plus(retry.pause(failures)),
                new End() {
                    @Override
                    public void done() {
                        operations.remove();
                    }

                    @Override
                    public boolean givesUp(String reason) {
                        if (run.failures() < retry.attempts()) {
                            return false;
                        }
                        runs.keepFailed(run.execution, run.ended, reason);
                        operations.remove();
                        return true;
                    }
                });
    }

    /** A recurring job: it comes back, sooner if it failed. */
    void recurring(Run run, Rhythm rhythm, ExecutionOperations<?> operations) {
        settle(
                run,
                Lane.RECURRING,
                operations,
                (ended, failures) -> {
                    Instant next = rhythm.after(ended);
                    Duration pause = RecurringJob.RETRY.pause(failures);
                    return next.isBefore(ended.plus(pause)) ? next : ended.plus(pause);
                },
                new End() {
                    @Override
                    public void done() {
                        operations.reschedule(run.complete(true), rhythm.after(run.ended));
                    }

                    @Override
                    public boolean givesUp(String reason) {
                        return false;
                    }
                });
    }

    /** What differs between the lanes. */
    private interface End {

        void done();

        boolean givesUp(String reason);
    }

    private void settle(
            Run run,
            Lane lane,
            ExecutionOperations<?> operations,
            BiFunction<Instant, Integer, Instant> again,
            End end) {
        transaction.executeWithoutResult(
                _ -> {
                    switch (run.outcome) {
                        case RunOutcome.Done() -> {
                            end.done();
                            remember(run, Ending.DONE, "");
                        }
                        case RunOutcome.Failed(String reason) ->
                                failed(run, operations, again, end, Ending.FAILED, reason);
                        case RunOutcome.Lost() ->
                                failed(run, operations, again, end, Ending.LOST, "lost");
                        case RunOutcome.Interrupted() -> tasks.release(lane, run.execution);
                    }
                });
    }

    private void failed(
            Run run,
            ExecutionOperations<?> operations,
            BiFunction<Instant, Integer, Instant> again,
            End end,
            Ending ending,
            String reason) {
        if (end.givesUp(reason)) {
            remember(run, Ending.GIVEN_UP, reason);
        } else {
            operations.reschedule(run.complete(false), again.apply(run.ended, run.failures()));
            remember(run, ending, reason);
        }
    }

    private void remember(Run run, Ending ending, String reason) {
        runs.add(run.execution, run.started, run.ended, ending, reason);
    }
}
