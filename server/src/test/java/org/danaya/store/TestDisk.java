package org.danaya.store;

import java.time.Duration;

/** A disk that a store takes for full until it's closed. */
public final class TestDisk implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofMillis(100);

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final DiskGuard guard;
    private final Thread complaining;

    private TestDisk(DiskGuard guard) {
        this.guard = guard;
        guard.complain();
        this.complaining = Thread.ofVirtual().start(this::complain);
    }

    /** As if PostgreSQL said again and again that it finds no room. */
    public static TestDisk full(Store store) {
        return new TestDisk(store.guard());
    }

    /** Ends when the store writes again. */
    @Override
    public void close() {
        try {
            complaining.interrupt();
            complaining.join();
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (guard.state() instanceof DiskState.Full) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("The disk is still taken for full");
                }
                Thread.sleep(PERIOD);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void complain() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                guard.complain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
