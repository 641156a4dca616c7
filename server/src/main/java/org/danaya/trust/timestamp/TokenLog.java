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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.danaya.log.NewLeaf;
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
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<NewLeaf> leaves;
    private final TimestampTable table;
    private final TransactionTemplate transactions;
    private final long block;
    private final BlockingQueue<Ready> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread writer;
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
    private record Ready(long count, Instant time, String hash, CompletableFuture<Boolean> done) {}

    /**
     * Waits until the token's hash is durable.
     *
     * @throws Refused where it isn't in time
     */
    void log(long count, Instant time, byte[] token) {
        String hash = Base64.getEncoder().encodeToString(TimestampUnit.sha256(token));
        Ready ready = new Ready(count, time, hash, new CompletableFuture<>());
        if (closed || !queue.offer(ready)) {
            throw new Refused(Refusal.SYSTEM_FAILURE);
        }
        try {
            if (ready.done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.warn("A token wasn't logged in time and isn't given", e);
        }
        throw new Refused(Refusal.SYSTEM_FAILURE);
    }

    private void write() {
        List<Ready> batch = new ArrayList<>(MOST);
        while (!closed) {
            try {
                Ready first = queue.take();
                batch.add(first);
                queue.drainTo(batch, MOST - 1);
                commit(batch);
                batch.forEach(ready -> ready.done.complete(true));
            } catch (InterruptedException _) {
                // It is closed.
            } catch (RuntimeException e) {
                LOGGER.error("{} tokens weren't logged and aren't given", batch.size(), e);
            } finally {
                batch.forEach(ready -> ready.done.complete(false));
                batch.clear();
            }
        }
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
            left.done.complete(false);
        }
    }
}
