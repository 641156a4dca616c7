package org.danaya.base;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does one round after the other until it is closed. Whatever fails, errors of the
 * machine too, it goes on: nobody else does its work. The first of several failures is told, and
 * their end.
 */
public final class Loop implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Loop.class);

    /** How long a round may take to end by itself, and then once interrupted. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String what;
    private final Duration again;
    private final Round round;
    private final Thread thread;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean closed;

    // Of the thread alone.
    private boolean failing;

    /** One round of work, with the pauses that belong to it. */
    @FunctionalInterface
    public interface Round {

        /** Works; {@link InterruptedException} where the loop is to end at once. */
        void run(Loop loop) throws InterruptedException;
    }

    /**
     * A loop that isn't started yet.
     *
     * @param name its thread's
     * @param what it keeps going, for the log
     * @param again how long it pauses after a failure
     */
    public Loop(String name, String what, Duration again, Round round) {
        this.what = what;
        this.again = again;
        this.round = round;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Begins, once. */
    public void start() {
        thread.start();
    }

    /** Whether it is to end: a round does what is left to do and no more. */
    public boolean isClosed() {
        return closed;
    }

    /** Ends the pause that is, or else the next one. */
    public void wake() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /** Forgets what it was woken for. */
    public void drain() {
        if (!closed) {
            bell.drainPermits();
        }
    }

    /** Pauses a round; whether it was woken. It pauses no more once it is closed. */
    public boolean pause(Duration time) throws InterruptedException {
        return closed || bell.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** All is well: a round that never ends says so itself. */
    public void goesWell() {
        if (failing) {
            failing = false;
            LOGGER.info("{} goes on again", what);
        }
    }

    private void run() {
        while (!closed) {
            try {
                round.run(this);
                goesWell();
            } catch (InterruptedException _) {
                // It is closed, or else goes on.
            } catch (RuntimeException | Error e) {
                tell(e);
                pauseAfterFailure();
            }
        }
    }

    private void tell(Throwable failure) {
        try {
            if (!failing && !closed) {
                LOGGER.error("{} stands still, and is tried again", what, failure);
            }
            failing = true;
        } catch (RuntimeException | Error _) {
            // There may be no memory to tell it with.
        }
    }

    private void pauseAfterFailure() {
        try {
            pause(again);
        } catch (InterruptedException _) {
            // It is closed, or else goes on.
        }
    }

    /**
     * Ends it after its round: a query that is interrupted breaks its connection, and tells of it.
     * A round that takes too long is interrupted.
     */
    @Override
    public void close() {
        closed = true;
        bell.release();
        try {
            if (thread.isAlive() && !thread.join(PATIENCE)) {
                thread.interrupt();
                thread.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
