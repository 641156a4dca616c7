package org.danaya.jobs;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.danaya.base.Act;
import org.danaya.base.ActType;
import org.danaya.base.Fault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do about background work; each is an act. */
@Service
class JobCare {

    private final RunTable runs;
    private final TaskTable tasks;
    private final ApplicationEventPublisher acts;
    private final Bell bell;
    private final Clock clock;

    JobCare(
            RunTable runs,
            TaskTable tasks,
            ApplicationEventPublisher acts,
            Bell bell,
            Clock clock) {
        this.runs = runs;
        this.tasks = tasks;
        this.acts = acts;
        this.bell = bell;
        this.clock = clock;
    }

    /** Puts failed work back to run now, with all its attempts before it. */
    @Transactional
    void retry(long id) {
        RunTable.GivenUp given = take(id);
        if (!tasks.add(
                given.job(), given.instance(), given.data(), clock.instant(), given.priority())) {
            throw new Fault(JobsFault.GONE, given.job());
        }
        tell(JobsAct.RETRIED, given.job(), given.instance());
        bell.ring();
    }

    /** Sets failed work aside; it is gone then. */
    @Transactional
    void setAside(long id) {
        RunTable.GivenUp given = take(id);
        tell(JobsAct.SET_ASIDE, given.job(), given.instance());
    }

    /** Cancels work that waits. */
    @Transactional
    void cancel(String job, String instance) {
        if (tasks.removeWaiting(job, List.of(instance)) == 0) {
            throw new Fault(JobsFault.GONE, job);
        }
        tell(JobsAct.CANCELLED, job, instance);
    }

    /** Makes a recurring job run now. */
    @Transactional
    void hasten(String job) {
        if (tasks.hasten(job, clock.instant()) == 0) {
            throw new Fault(JobsFault.GONE, job);
        }
        tell(JobsAct.HASTENED, job, "recurring");
        bell.ring();
    }

    private RunTable.GivenUp take(long id) {
        return runs.take(id).orElseThrow(() -> new Fault(JobsFault.GONE, Long.toString(id)));
    }

    private void tell(ActType type, String job, String instance) {
        acts.publishEvent(Act.done(type, "job:" + job, Map.of("piece", instance)));
    }
}
