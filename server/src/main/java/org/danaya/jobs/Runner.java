package org.danaya.jobs;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs one piece of work within its time limit. */
final class Runner {

    /** How long an interrupted run may take to end, before its permit goes to another. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private Runner() {}

    /**
     * Runs it in a virtual thread of its own, as the program, and tells how it ended.
     *
     * @param limit from when it begins
     */
    static RunOutcome run(String name, String instance, Duration limit, RecurringJob.Work work) {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        FutureTask<Void> task = new FutureTask<>(() -> asProgram(name, instance, work, begun));
        Thread.ofVirtual()
                .name("job " + name)
                .start(
                        () -> {
                            task.run();
                            ended.countDown();
                        });
        try {
            begun.await();
            task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new RunOutcome.Done();
        } catch (ExecutionException e) {
            LOG.warn("Job {} ({}) failed", name, instance, e.getCause());
            return new RunOutcome.Failed(reason(Objects.requireNonNull(e.getCause())));
        } catch (TimeoutException e) {
            LOG.warn("Job {} ({}) took longer than {} and was interrupted", name, instance, limit);
            task.cancel(true);
            await(name, ended);
            return new RunOutcome.Failed("time limit " + limit);
        } catch (InterruptedException e) {
            task.cancel(true);
            await(name, ended);
            return new RunOutcome.Interrupted();
        }
    }

    /**
     * Why it failed, without what an exception's message says: a fault's code and facts, which hold
     * no secret, or the names of the exception and of its first cause.
     */
    static String reason(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null && !(cause instanceof Fault)) {
            cause = cause.getCause();
        }
        if (cause instanceof Fault fault) {
            return fault.code().code();
        }
        String name = problem.getClass().getSimpleName();
        return cause.equals(problem) ? name : name + ": " + cause.getClass().getSimpleName();
    }

    private static Void asProgram(
            String name, String instance, RecurringJob.Work work, CountDownLatch begun)
            throws Exception {
        begun.countDown();
        try (var _ = MDC.putCloseable("job", name + " " + instance)) {
            return ScopedValue.where(Actor.CURRENT, new Actor.Program(name))
                    .call(
                            () -> {
                                work.run();
                                return null;
                            });
        }
    }

    private static void await(String name, CountDownLatch ended) {
        try {
            if (!ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.error("Job {} doesn't heed its interruption", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
