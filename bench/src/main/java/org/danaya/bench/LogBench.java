package org.danaya.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.danaya.base.Settings;
import org.danaya.log.AttachedLog;
import org.danaya.log.Fsck;
import org.danaya.log.LeafIntegrated;
import org.danaya.log.Leaves;
import org.danaya.log.NewLeaf;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The public log under load: durable appends in batches and one by one, the time from an append to
 * the durable checkpoint that covers it, and fsck. Client, program and PostgreSQL share the
 * machine.
 *
 * <p>Argument: how many leaves are appended in batches (200,000 where absent). Goals: 10,000
 * appends/s in batches, 2,000/s as single transactions, 1 s to the checkpoint at p99, 200,000
 * entries/s of fsck.
 */
public final class LogBench {

    private static final int BATCH = 500;
    private static final int BATCH_CLIENTS = 4;

    /** Fewer than the pool's 16 connections: more would wait for one, not for the log. */
    private static final int SINGLE_CLIENTS = 14;

    /** Four for each connection. */
    private static final int CROWD = 64;

    private static final Duration SINGLES = Duration.ofSeconds(15);

    /** Appends a second while the time to the checkpoint is measured, and how many at once. */
    private static final int[][] PACES = {{500, 1}, {10_000, 100}};

    private static final Duration PUBLISH_LIMIT = Duration.ofMinutes(5);

    private final Leaves leaves;
    private final TransactionTemplate transactions;
    private final Map<String, Long> appended = new ConcurrentHashMap<>();
    private final List<Long> latencies = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong number = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();

    private LogBench(LogPlatform platform) {
        this.leaves = platform.bean(Leaves.class);
        this.transactions = platform.transactions();
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        int batched = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        Path home = Files.createTempDirectory("danaya-log-bench-");
        Settings settings = LogPlatform.settings(home);
        LogBench[] bench = new LogBench[1];
        try (LogPlatform platform =
                LogPlatform.start(
                        settings,
                        leaf -> {
                            if (bench[0] != null) {
                                bench[0].integrated(leaf);
                            }
                        })) {
            bench[0] = new LogBench(platform);
            bench[0].batches(20_000, "warm-up, batches");
            bench[0].batches(batched, "batches of " + BATCH);
            bench[0].singles(SINGLE_CLIENTS);
            bench[0].singles(CROWD);
            for (int[] pace : PACES) {
                bench[0].paced(pace[0], pace[1]);
            }
            fsck(settings);
            System.out.printf("failed appends: %,d%n", bench[0].failures.get());
        }
    }

    private void integrated(LeafIntegrated leaf) {
        Long start = appended.remove(leaf.reference());
        if (start != null) {
            latencies.add(System.nanoTime() - start);
        }
    }

    private void batches(int count, String what) throws Exception {
        latencies.clear();
        long start = System.nanoTime();
        List<Future<?>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < BATCH_CLIENTS; client++) {
                clients.add(
                        threads.submit(
                                () -> {
                                    for (int i = 0; i < count / BATCH_CLIENTS / BATCH; i++) {
                                        append(BATCH);
                                    }
                                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
        long committed = System.nanoTime() - start;
        awaitPublished();
        long published = System.nanoTime() - start;
        System.out.printf(
                "%s: %,.0f durable appends/s, %,.0f/s to the durable checkpoint%n",
                what, count / seconds(committed), count / seconds(published));
        if (!what.startsWith("warm")) {
            latency("  append to checkpoint at that rate");
        }
    }

    private void singles(int count) throws Exception {
        latencies.clear();
        long failed = failures.get();
        AtomicLong done = new AtomicLong();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < count; client++) {
                threads.execute(
                        () -> {
                            while (System.nanoTime() - start < SINGLES.toNanos()) {
                                append(1);
                                done.incrementAndGet();
                            }
                        });
            }
        }
        long took = System.nanoTime() - start;
        awaitPublished();
        System.out.printf(
                "single transactions, %d clients: %,.0f durable appends/s, %,d of %,d refused%n",
                count,
                (done.get() - failures.get() + failed) / seconds(took),
                failures.get() - failed,
                done.get());
        latency("  append to checkpoint at that rate");
    }

    private void paced(int perSecond, int batch) throws Exception {
        latencies.clear();
        long period = 1_000_000_000L * batch / perSecond;
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; System.nanoTime() - start < SINGLES.toNanos(); i++) {
                long due = start + i * period;
                long rest = due - System.nanoTime();
                if (rest > 0) {
                    Thread.sleep(Duration.ofNanos(rest));
                }
                threads.execute(() -> append(batch));
            }
        }
        awaitPublished();
        latency("append to checkpoint at %,d/s, %d at once".formatted(perSecond, batch));
    }

    private static void fsck(Settings settings) {
        try (AttachedLog log = AttachedLog.to(settings)) {
            for (int round = 0; round < 6; round++) {
                long start = System.nanoTime();
                Fsck.Outcome outcome = log.fsck().run(_ -> {});
                long took = System.nanoTime() - start;
                if (!(outcome instanceof Fsck.Outcome.Sound sound)) {
                    throw new IllegalStateException(outcome.toString());
                }
                System.out.printf(
                        "fsck of %,d entries, files and database: %,.0f entries/s%n",
                        sound.size(), sound.size() / seconds(took));
                long again = System.nanoTime();
                log.fsck().files();
                System.out.printf(
                        "  of which the files alone: %,.0f entries/s%n",
                        sound.size() / seconds(System.nanoTime() - again));
            }
        }
    }

    private void append(int count) {
        List<NewLeaf> batch = new ArrayList<>(count);
        long now = System.nanoTime();
        for (int i = 0; i < count; i++) {
            String reference = "bench:" + number.incrementAndGet();
            appended.put(reference, now);
            batch.add(
                    new NewLeaf(
                            "bench.act",
                            ("An example of an official act, as long as most of them are: "
                                            + reference)
                                    .getBytes(StandardCharsets.UTF_8),
                            reference));
        }
        try {
            transactions.executeWithoutResult(
                    _ -> {
                        if (count == 1) {
                            leaves.append(batch.getFirst());
                        } else {
                            leaves.append(batch);
                        }
                    });
        } catch (RuntimeException e) {
            batch.forEach(leaf -> appended.remove(leaf.reference()));
            if (failures.getAndIncrement() == 0) {
                System.out.println("an append failed: " + e);
            }
        }
    }

    private void awaitPublished() throws InterruptedException {
        long deadline = System.nanoTime() + PUBLISH_LIMIT.toNanos();
        while (!appended.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(appended.size() + " leaves are not published");
            }
            Thread.sleep(5);
        }
    }

    private void latency(String what) {
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%s: median %,d ms, p99 %,d ms, max %,d ms of %,d%n",
                what,
                sorted[sorted.length / 2] / 1_000_000,
                sorted[(int) (sorted.length * 0.99)] / 1_000_000,
                Arrays.stream(sorted).max().orElse(0) / 1_000_000,
                sorted.length);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
