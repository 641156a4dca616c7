package org.danaya.trust.timestamp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.danaya.base.Sha256;
import org.danaya.log.NewLeaf;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the hash of every token into the public log. Those that come while a commit is under way
 * share the next leaf, so that the cost of a commit is theirs together.
 */
final class TokenLog implements AutoCloseable {

    /** The kind of its leaves. */
    static final String KIND = "timestamp.tokens";

    /** The first line of a leaf; each of the others is the SHA-256 of a token, in Base64. */
    static final String HEADER = "danaya.org/timestamp-tokens/v1";

    private static final Logger LOGGER = LoggerFactory.getLogger(TokenLog.class);

    /** Lines of 45 bytes that a leaf has room for. */
    private static final int MOST = 1_400;

    private static final int QUEUE = 20_000;

    /** From one commit to the next, where many come: a commit costs as much as dozens of tokens. */
    private static final Duration APART = Duration.ofMillis(10);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<NewLeaf> leaves;
    private final TimestampTable table;
    private final TransactionTemplate transactions;
    private final long block;
    private final BlockingQueue<Ready> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread writer;

    /** When the last commit began. Of the writer alone. */
    private long begun = System.nanoTime() - APART.toNanos();

    /** The batch whose commit is under way. */
    private volatile List<Ready> writing = List.of();

    private volatile boolean closed;

    /**
     * @param leaves appends to the log, in the transaction that is open
     */
    TokenLog(
            Consumer<NewLeaf> leaves,
            TimestampTable table,
            TransactionTemplate transactions,
            long block) {
        this.leaves = leaves;
        this.table = table;
        this.transactions = transactions;
        this.block = block;
        this.writer = Thread.ofPlatform().name("timestamp-log").daemon().start(this::write);
    }

    /** A token that waits for its commit. */
    private static final class Ready {

        private final long count;
        private final Instant time;
        private final String hash;
        private final long since = System.nanoTime();
        private final AtomicReference<@Nullable Consumer<Boolean>> then;

        Ready(long count, Instant time, String hash, Consumer<Boolean> then) {
            this.count = count;
            this.time = time;
            this.hash = hash;
            this.then = new AtomicReference<>(then);
        }

        boolean isLate() {
            return System.nanoTime() - since > PATIENCE.toNanos();
        }

        /** Tells how it ended, the first time. */
        void end(boolean durable) {
            Consumer<Boolean> told = then.getAndSet(null);
            if (told != null) {
                told.accept(durable);
            }
        }
    }

    /**
     * Writes the token's hash down.
     *
     * @param then hears once whether it is durable, in time; costs microseconds
     */
    void log(long count, Instant time, byte[] token, Consumer<Boolean> then) {
        String hash = Base64.getEncoder().encodeToString(Sha256.of(token));
        Ready ready = new Ready(count, time, hash, then);
        if (!queue.offer(ready) || closed) {
            ready.end(false);
        }
    }

    /** Refuses what has waited too long for its commit. For one thread, now and then. */
    void refuseLate() {
        long refused = 0;
        for (Ready ready : writing) {
            refused += refuse(ready);
        }
        for (Ready ready : queue) {
            refused += refuse(ready);
        }
        if (refused > 0) {
            LOGGER.warn("{} tokens weren't logged in time and aren't given", refused);
        }
    }

    private static int refuse(Ready ready) {
        if (!ready.isLate()) {
            return 0;
        }
        ready.end(false);
        return 1;
    }

    private void write() {
        while (!closed) {
            List<Ready> batch = List.of();
            try {
                batch = next();
                writing = batch;
                commit(batch);
                batch.forEach(ready -> ready.end(!ready.isLate()));
            } catch (InterruptedException _) {
                // It is closed.
            } catch (RuntimeException | Error e) {
                tell(batch.size(), e);
            } finally {
                refuseAll(batch);
                writing = List.of();
            }
        }
    }

    /** Whatever happens, the next ones are written: there is no other thread for it. */
    private static void tell(int tokens, Throwable failure) {
        try {
            LOGGER.error("{} tokens weren't logged and aren't given", tokens, failure);
        } catch (RuntimeException | Error _) {
            // There may be no memory to tell it with.
        }
    }

    private static void refuseAll(List<Ready> batch) {
        for (Ready ready : batch) {
            try {
                ready.end(false);
            } catch (RuntimeException | Error e) {
                tell(1, e);
            }
        }
    }

    private List<Ready> next() throws InterruptedException {
        List<Ready> batch = new ArrayList<>();
        batch.add(queue.take());
        long early = begun + APART.toNanos() - System.nanoTime();
        if (early > 0) {
            Thread.sleep(Duration.ofNanos(early));
        }
        queue.drainTo(batch, MOST - 1);
        begun = System.nanoTime();
        return batch;
    }

    private void commit(List<Ready> batch) {
        long first = Long.MAX_VALUE;
        long last = 0;
        Instant latest = Instant.MIN;
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (Ready ready : batch) {
            first = Math.min(first, ready.count);
            last = Math.max(last, ready.count);
            latest = ready.time.isAfter(latest) ? ready.time : latest;
            text.append(ready.hash).append('\n');
        }
        String reference = "timestamp:" + HexFormat.of().toHexDigits(block) + ":" + first;
        NewLeaf leaf =
                new NewLeaf(
                        KIND, text.toString().getBytes(StandardCharsets.US_ASCII), reference, true);
        long lowest = first;
        long highest = last;
        Instant newest = latest;
        transactions.executeWithoutResult(
                _ -> {
                    leaves.accept(leaf);
                    table.insert(block, lowest, highest, newest, reference);
                });
    }

    /** What waits is refused. */
    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        for (Ready left = queue.poll(); left != null; left = queue.poll()) {
            left.end(false);
        }
    }
}
