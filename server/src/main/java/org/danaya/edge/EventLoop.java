package org.danaya.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.danaya.base.ClientAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that serves many connections, none of which it ever waits for. What it does at once
 * costs microseconds; the rest is done elsewhere and comes back as a task.
 */
final class EventLoop {

    private static final Logger LOGGER = LoggerFactory.getLogger(EventLoop.class);
    private static final long SECOND_NANOS = 1_000_000_000L;

    /** A client may be displaced by others where it has done nothing for so long. */
    private static final long PATIENCE_NANOS = SECOND_NANOS;

    /** Between failures that come one after the other. */
    private static final long PAUSE_NANOS = 10_000_000;

    private static final int BUFFER_BYTES = 65_536;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern(
                            "'Date: 'EEE, dd MMM yyyy HH:mm:ss 'GMT\r\n'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final Selector selector;
    private final LongSupplier nanoTime;
    private final Clock clock = Clock.systemUTC();
    private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean closed;

    // Of the thread alone.
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final byte[] scratch = new byte[BUFFER_BYTES];
    private byte[] head = new byte[2_048];
    private byte[] date = {};
    private long sweptAt;

    /** Those that wait for their clients; whose client did nothing for longest comes first. */
    private final LinkedHashSet<Connection> waiting = new LinkedHashSet<>();

    /**
     * @param nanoTime what time limits are held to
     */
    EventLoop(String name, LongSupplier nanoTime) throws IOException {
        this.nanoTime = nanoTime;
        this.selector = Selector.open();
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** What is done on the loop's thread. */
    @FunctionalInterface
    interface Task {
        void run() throws IOException;
    }

    void start() {
        thread.start();
    }

    Selector selector() {
        return selector;
    }

    /** The time, in nanoseconds since some moment. */
    long now() {
        return nanoTime.getAsLong();
    }

    /** Does something on the loop's thread. */
    void execute(Task task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** Does something for a connection, which ends where it fails. */
    void execute(Connection connection, Task task) {
        execute(() -> guarded(connection, task));
    }

    /** Serves a client. */
    void serve(SocketChannel channel, ClientAddress peer, Listener listener) {
        execute(
                () -> {
                    boolean served = false;
                    try {
                        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
                        key.attach(new Connection(this, channel, peer, key, listener));
                        served = true;
                    } finally {
                        if (!served) {
                            listener.closed(peer);
                            channel.close();
                        }
                    }
                });
    }

    /** A connection waits for its client from now on. */
    void waits(Connection connection) {
        waiting.addLast(connection);
    }

    /** A connection's client waits for it, or it has ended. */
    void works(Connection connection) {
        waiting.remove(connection);
    }

    /** Ends the connection whose client did nothing for longest; false where none did for long. */
    boolean makeRoom() {
        if (waiting.isEmpty() || !waiting.getFirst().waitsFor(PATIENCE_NANOS)) {
            return false;
        }
        waiting.getFirst().close();
        return true;
    }

    /** A buffer to read into or to write from, empty. */
    ByteBuffer buffer() {
        return buffer.clear();
    }

    /** Where what was read lies until it is used. */
    byte[] scratch() {
        return scratch;
    }

    /** Room for an answer's head. */
    byte[] head(int bytes) {
        if (head.length < bytes) {
            head = new byte[2 * bytes];
        }
        return head;
    }

    /** The header that says when an answer was made. */
    byte[] date() {
        return date;
    }

    /** Lets connections go that have nothing to do. */
    void goSoon() {
        closing = true;
        execute(() -> sweep(now()));
    }

    /** Ends all connections, and itself. */
    void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean failed = false;
        while (!closed) {
            try {
                if (failed) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                    failed = false;
                }
                long now = now();
                if (date.length == 0 || now - sweptAt > SECOND_NANOS) {
                    sweep(now);
                }
                selector.select(this::ready, SECOND_NANOS / 1_000_000);
                for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
            } catch (IOException | RuntimeException | Error e) {
                failed = true;
                tell(e);
            }
        }
        try {
            for (SelectionKey key : new ArrayList<>(selector.keys())) {
                end(key);
            }
            selector.close();
        } catch (IOException e) {
            LOGGER.warn("The edge's loop isn't closed", e);
        }
    }

    /** Whatever happens, the loop goes on: its clients have no other. */
    private static void tell(Throwable failure) {
        try {
            LOGGER.error("The edge's loop goes on after a failure", failure);
        } catch (RuntimeException | Error _) {
            // There may be no memory to tell it with.
        }
    }

    private void ready(SelectionKey key) {
        Object attached = key.attachment();
        if (attached instanceof Connection connection) {
            guarded(connection, connection::ready);
        } else if (attached instanceof Listener listener) {
            listener.accept();
        }
    }

    private static void guarded(Connection connection, Task task) {
        try {
            task.run();
        } catch (IOException e) {
            // The client is gone.
            connection.close();
        } catch (RuntimeException | Error e) {
            // The others must not pay for it.
            connection.close();
            LOGGER.error("A connection failed", e);
        }
    }

    /** Ends what has taken too long. */
    private void sweep(long now) {
        sweptAt = now;
        Instant instant = clock.instant();
        date = DATE.format(instant).getBytes(StandardCharsets.US_ASCII);
        for (SelectionKey key : new ArrayList<>(selector.keys())) {
            if (key.attachment() instanceof Connection connection
                    && connection.isOver(now, closing)) {
                connection.close();
            } else if (key.attachment() instanceof Listener listener) {
                listener.resume();
            }
        }
    }

    private static void end(SelectionKey key) throws IOException {
        if (key.attachment() instanceof Connection connection) {
            connection.close();
        } else {
            key.cancel();
            key.channel().close();
        }
    }
}
