package org.danaya.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.store.StoreFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JobEngineTest {

    record Letter(String to, int pages) {}

    private static final Retry QUICK = new Retry(3, Duration.ofMillis(1), Duration.ofMillis(5));

    /** No run takes so long, however slow the machine. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final JobType<Letter> LETTER =
            new JobType<>("test.letter", Letter.class, QUICK, LONG, Urgency.NORMAL);

    private final TestJobs kit = new TestJobs();
    private final Queue<Letter> delivered = new ConcurrentLinkedQueue<>();
    private JobEngine engine = kit.engine(List.of(), List.of());

    @AfterEach
    void stop() {
        engine.stop();
    }

    @Test
    void workIsDoneOnceItsTransactionCommits() {
        start(new JobHandler<>(LETTER, delivered::add));
        kit.transaction.executeWithoutResult(
                _ -> kit.jobs.schedule(LETTER, new Letter("the example structure", 2)));
        await().atMost(2, MINUTES).until(() -> kit.count("run") == 1);
        assertThat(delivered).containsExactly(new Letter("the example structure", 2));
        assertThat(kit.count("task")).isZero();
    }

    @Test
    void workOfARolledBackTransactionNeverRuns() {
        start(new JobHandler<>(LETTER, delivered::add));
        kit.transaction.executeWithoutResult(
                status -> {
                    kit.jobs.schedule(LETTER, new Letter("nobody", 1));
                    status.setRollbackOnly();
                });
        kit.jobs.schedule(LETTER, new Letter("somebody", 1));
        await().atMost(2, MINUTES).until(() -> !delivered.isEmpty());
        assertThat(delivered).extracting(Letter::to).containsExactly("somebody");
    }

    @Test
    void theSamePieceIsAskedForOnlyOnce() {
        Instant later = Instant.now().plusSeconds(3600);
        kit.transaction.executeWithoutResult(
                _ -> {
                    assertThat(kit.jobs.schedule(LETTER, "one", new Letter("a", 1), later))
                            .isTrue();
                    assertThat(kit.jobs.schedule(LETTER, "one", new Letter("b", 1), later))
                            .isFalse();
                });
        assertThat(kit.count("task")).isEqualTo(1);
        assertThat(kit.jobs.withdraw(LETTER, "one")).isTrue();
        assertThat(kit.jobs.withdraw(LETTER, "one")).isFalse();
    }

    @Test
    void failingWorkIsTriedAgainAndThenKeptWithItsReason() {
        AtomicInteger runs = new AtomicInteger();
        start(
                new JobHandler<>(
                        LETTER,
                        _ -> {
                            runs.incrementAndGet();
                            throw new Fault(StoreFault.HOME_UNUSABLE, "x", "y");
                        }));
        kit.jobs.schedule(LETTER, "one", new Letter("a", 1), Instant.now());
        await().atMost(2, MINUTES).until(() -> kit.count("failed") == 1);
        assertThat(runs).hasValue(3);
        assertThat(kit.count("task")).isZero();
        assertThat(kit.jdbc.sql("select outcome from jobs.run order by id").query().singleColumn())
                .containsExactly("FAILED", "FAILED", "GIVEN_UP");
        assertThat(
                        kit.jdbc
                                .sql("select reason || ' ' || attempts from jobs.failed")
                                .query(String.class)
                                .single())
                .isEqualTo("store.home-unusable 3");
    }

    @Test
    void aReasonNeverHoldsAnExceptionsMessage() {
        assertThat(
                        Runner.reason(
                                new IllegalStateException(
                                        "password=1234", new RuntimeException("1234"))))
                .isEqualTo("IllegalStateException: RuntimeException");
    }

    @Test
    void dataThatNoLongerFitTheTypeAreKeptAsAFailure() {
        kit.tasks.add(
                "test.letter", "old", "{\"pages\":\"many\"}".getBytes(UTF_8), Instant.now(), 1);
        start(new JobHandler<>(LETTER, delivered::add));
        await().atMost(2, MINUTES).until(() -> kit.count("failed") == 1);
        assertThat(delivered).isEmpty();
    }

    @Test
    void aRunPastItsLimitIsInterruptedAndHasFailed() {
        CountDownLatch interrupted = new CountDownLatch(1);
        JobType<Letter> slow =
                new JobType<>(
                        "test.slow",
                        Letter.class,
                        Retry.NEVER,
                        Duration.ofMillis(100),
                        Urgency.NORMAL);
        start(
                new JobHandler<>(
                        slow,
                        _ -> {
                            try {
                                new CountDownLatch(1).await();
                            } finally {
                                interrupted.countDown();
                            }
                        }));
        kit.jobs.schedule(slow, new Letter("a", 1));
        await().atMost(2, MINUTES).until(() -> kit.count("failed") == 1);
        assertThat(interrupted.getCount()).isZero();
        assertThat(kit.jdbc.sql("select reason from jobs.failed").query(String.class).single())
                .isEqualTo("time limit PT0.1S");
    }

    @Test
    void aBurstOfLongWorkNeverStarvesARecurringJob() {
        AtomicInteger beats = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        start(
                List.of(new JobHandler<>(LETTER, _ -> end.await())),
                List.of(
                        new RecurringJob(
                                "test.beat",
                                new Rhythm.Every(Duration.ofMillis(10)),
                                LONG,
                                beats::incrementAndGet)),
                Map.of("jobs.permits", "2", "jobs.recurring-permits", "1"));
        for (int i = 0; i < 50; i++) {
            kit.jobs.schedule(LETTER, new Letter("a", i));
        }
        await().atMost(2, MINUTES).until(() -> engine.running().get("test.letter").size() == 2);
        int before = beats.get();
        await().atMost(2, MINUTES).until(() -> beats.get() > before + 2);
        assertThat(engine.running().get("test.letter")).hasSize(2);
        end.countDown();
    }

    @Test
    void urgentWorkGoesBeforeMassesOfOther() {
        JobType<Letter> bulk = new JobType<>("test.bulk", Letter.class, QUICK, LONG, Urgency.BULK);
        Queue<String> order = new ConcurrentLinkedQueue<>();
        Instant now = Instant.now();
        for (int i = 0; i < 5; i++) {
            kit.jobs.schedule(bulk, "b" + i, new Letter("bulk", i), now.minusSeconds(10));
        }
        kit.jobs.schedule(LETTER, "n", new Letter("normal", 1), now);
        start(
                List.of(
                        new JobHandler<>(bulk, letter -> order.add(letter.to())),
                        new JobHandler<>(LETTER, letter -> order.add(letter.to()))),
                List.of(),
                Map.of("jobs.permits", "1"));
        await().atMost(2, MINUTES).until(() -> order.size() == 6);
        assertThat(order.peek()).isEqualTo("normal");
    }

    @Test
    void aRecurringJobThatFailsComesBack() {
        AtomicInteger runs = new AtomicInteger();
        start(
                List.of(),
                List.of(
                        new RecurringJob(
                                "test.beat",
                                new Rhythm.Every(Duration.ofMillis(10)),
                                LONG,
                                () -> {
                                    if (runs.incrementAndGet() < 3) {
                                        throw new IllegalStateException();
                                    }
                                })),
                Map.of());
        await().atMost(2, MINUTES).until(() -> runs.get() >= 4);
    }

    @Test
    void workThatAStopInterruptedRunsAgainAtTheNextStart() {
        CountDownLatch started = new CountDownLatch(1);
        start(
                new JobHandler<>(
                        LETTER,
                        _ -> {
                            started.countDown();
                            new CountDownLatch(1).await();
                        }));
        kit.jobs.schedule(LETTER, new Letter("a", 1));
        await().atMost(2, MINUTES).until(() -> started.getCount() == 0);
        engine.stop();
        // A stop has its limit: what it interrupted may still be writing that it was.
        await().atMost(2, MINUTES).until(() -> !picked());
        assertThat(kit.jdbc.sql("select consecutive_failures from jobs.task").query().singleRow())
                .containsEntry("consecutive_failures", 0);
        assertThat(kit.count("run")).isZero();
        start(new JobHandler<>(LETTER, delivered::add));
        await().atMost(2, MINUTES).until(() -> delivered.size() == 1);
    }

    @Test
    void workOfAProgramThatDiedRunsAgain() {
        kit.jobs.schedule(LETTER, new Letter("a", 1));
        kit.jdbc
                .sql(
                        """
                        update jobs.task set picked = true, picked_by = 'danaya-0',
                            last_heartbeat = now() - interval '1 hour'
                        """)
                .update();
        start(new JobHandler<>(LETTER, delivered::add));
        await().atMost(2, MINUTES).until(() -> delivered.size() == 1);
        await().atMost(2, MINUTES).until(() -> kit.count("run") == 2);
        assertThat(kit.jdbc.sql("select outcome from jobs.run order by id").query().singleColumn())
                .containsExactly("LOST", "DONE");
    }

    @Test
    void theProgramIsTheActorOfItsJobs() {
        Queue<Actor> actors = new ConcurrentLinkedQueue<>();
        start(new JobHandler<>(LETTER, _ -> actors.add(Actor.current())));
        kit.jobs.schedule(LETTER, new Letter("a", 1));
        await().atMost(2, MINUTES).until(() -> !actors.isEmpty());
        assertThat(actors).containsExactly(new Actor.Program("test.letter"));
    }

    @Test
    void theHistoryKeepsNoMoreThanItMay() {
        JdbcClient jdbc = kit.jdbc;
        jdbc.sql(
                        """
                        insert into jobs.run (job, instance, attempt, started, ended, outcome, reason)
                        select 'test.letter', n::text, 1, now(), now() - n * interval '24 hours',
                            'DONE', '' from generate_series(0, 9) as n
                        """)
                .update();
        kit.runs.clean(Instant.now().minus(Duration.ofDays(5).plusHours(1)), 4);
        assertThat(jdbc.sql("select instance from jobs.run order by id").query().singleColumn())
                .containsExactly("2", "3", "4", "5");
    }

    @Test
    void twoJobsOfOneNameAreRefused() {
        JobHandler<Letter> handler = new JobHandler<>(LETTER, delivered::add);
        assertThatThrownBy(() -> kit.engine(List.of(handler, handler), List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    private void start(JobHandler<?> handler) {
        start(List.of(handler), List.of(), Map.of());
    }

    private boolean picked() {
        return kit.jdbc.sql("select picked from jobs.task").query(Boolean.class).single();
    }

    private void start(
            List<JobHandler<?>> handlers,
            List<RecurringJob> recurring,
            Map<String, String> settings) {
        engine = kit.engine(handlers, recurring, settings);
        engine.start();
    }
}
