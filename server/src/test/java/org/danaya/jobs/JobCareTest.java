package org.danaya.jobs;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.junit.jupiter.api.Test;

class JobCareTest {

    record Letter(String to) {}

    private static final JobType<Letter> LETTER =
            new JobType<>(
                    "test.letter",
                    Letter.class,
                    Retry.NEVER,
                    Duration.ofMinutes(10),
                    Urgency.NORMAL);

    private final TestJobs kit = new TestJobs();
    private final List<Act> acts = new ArrayList<>();
    private final JobReader reader = new JobReader(kit.jdbc);
    private final JobCare care =
            new JobCare(
                    kit.runs, kit.tasks, act -> acts.add((Act) act), kit.bell, Clock.systemUTC());

    @Test
    void failedWorkIsSeenWithItsReasonAndRunsAgain() {
        AtomicBoolean mended = new AtomicBoolean();
        JobEngine engine =
                kit.engine(
                        List.of(
                                new JobHandler<>(
                                        LETTER,
                                        _ -> {
                                            if (!mended.get()) {
                                                throw new IllegalStateException();
                                            }
                                        })),
                        List.of());
        engine.start();
        try {
            kit.jobs.schedule(LETTER, "one", new Letter("a"), Instant.now());
            await().atMost(2, MINUTES).until(() -> reader.count("failed", "") == 1);
            JobRow failed = reader.failed("test.letter", 10).getFirst();
            assertThat(failed.reason()).isEqualTo("IllegalStateException");
            mended.set(true);
            care.retry(failed.id());
            await().atMost(2, MINUTES).until(() -> reader.runs("", "DONE") == 1);
            assertThat(reader.count("failed", "")).isZero();
            assertThat(acts).extracting(act -> act.type()).containsExactly(JobsAct.RETRIED);
            assertThatThrownBy(() -> care.retry(failed.id()))
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault -> assertThat(fault.code()).isEqualTo(JobsFault.GONE));
        } finally {
            engine.stop();
        }
    }

    @Test
    void waitingWorkIsSeenAndCancelled() {
        kit.jobs.schedule(LETTER, "one", new Letter("a"), Instant.now().plusSeconds(3600));
        assertThat(reader.tasks(Lane.ONE_TIME, "", 10))
                .extracting(JobRow::state)
                .containsExactly("WAITING");
        assertThat(reader.tasks(Lane.ONE_TIME, "other.job", 10)).isEmpty();
        care.cancel("test.letter", "one");
        assertThat(reader.count("task", "")).isZero();
        assertThatThrownBy(() -> care.cancel("test.letter", "one")).isInstanceOf(Fault.class);
        assertThat(acts).extracting(act -> act.type()).containsExactly(JobsAct.CANCELLED);
    }
}
