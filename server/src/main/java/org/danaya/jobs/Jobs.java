package org.danaya.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Asks for one-time work, in the caller's transaction. */
@Service
public class Jobs {

    private static final int ID_LIMIT = 200;

    private final TaskTable tasks;
    private final RunTable runs;
    private final JobData data;
    private final Bell bell;
    private final Clock clock;
    private final Ids ids;

    Jobs(TaskTable tasks, RunTable runs, JobData data, Bell bell, Clock clock, Ids ids) {
        this.tasks = tasks;
        this.runs = runs;
        this.data = data;
        this.bell = bell;
        this.clock = clock;
        this.ids = ids;
    }

    /** Asks for work as soon as the transaction commits. */
    public <T> void schedule(JobType<T> type, T piece) {
        schedule(type, ids.next().toString(), piece, clock.instant());
    }

    /**
     * Asks for work at a time, unless the same is asked for already.
     *
     * @param id what makes this piece the same as another of its type; at most 200 characters, no
     *     personal data
     * @return false where a piece of this id waits or runs, and nothing was asked
     */
    public <T> boolean schedule(JobType<T> type, String id, T piece, Instant when) {
        if (id.length() > ID_LIMIT) {
            throw new IllegalArgumentException("An id has at most " + ID_LIMIT + " characters");
        }
        boolean added =
                tasks.add(type.name(), id, data.write(piece), when, type.urgency().priority());
        if (added) {
            ringAfterCommit();
        }
        return added;
    }

    /** Takes back work that waits; false where it runs, is done, or never was. */
    public boolean withdraw(JobType<?> type, String id) {
        return tasks.removeWaiting(type.name(), List.of(id)) == 1;
    }

    /** When work was given up, so that it waits for somebody; nothing for any other. */
    public Optional<Instant> givenUp(JobType<?> type, String id) {
        return runs.givenUpAt(type.name(), id);
    }

    /** Puts work that was given up back to run now; false where it wasn't, or is back already. */
    public boolean again(JobType<?> type, String id) {
        boolean back =
                runs.take(type.name(), id)
                        .filter(
                                given ->
                                        tasks.add(
                                                given.job(),
                                                given.instance(),
                                                given.data(),
                                                clock.instant(),
                                                given.priority()))
                        .isPresent();
        if (back) {
            ringAfterCommit();
        }
        return back;
    }

    private void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            bell.ring();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        bell.ring();
                    }
                });
    }
}
