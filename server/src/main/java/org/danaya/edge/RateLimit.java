package org.danaya.edge;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import org.danaya.base.ClientAddress;

/**
 * Lets each client address make so many requests a second, with a burst of two seconds' worth.
 *
 * <p>The generic cell rate algorithm: one number per slot, the time at which its budget is whole
 * again. Addresses share a fixed number of slots by a keyed hash, so that memory is bounded and
 * nobody can choose whom to share with.
 */
final class RateLimit {

    private static final int SLOTS = 1 << 16;
    private static final long SECOND = 1_000_000_000L;
    private static final long BURST = 2 * SECOND;

    private final AtomicLongArray wholeAgain = new AtomicLongArray(SLOTS);
    private final int key;
    private final long cost;
    private final LongSupplier nanoTime;
    private final long start;

    /**
     * @param perSecond 0 for no limit
     * @param key random, of this start of the program
     */
    RateLimit(int perSecond, int key, LongSupplier nanoTime) {
        this.cost = perSecond == 0 ? 0 : SECOND / perSecond;
        this.key = key;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** Whether the client may make this request. */
    boolean allows(ClientAddress client) {
        if (cost == 0) {
            return true;
        }
        int slot = client.slot(key, SLOTS);
        long now = nanoTime.getAsLong() - start;
        while (true) {
            long then = wholeAgain.get(slot);
            long next = Math.max(then, now) + cost;
            if (next - now > BURST) {
                return false;
            }
            if (wholeAgain.compareAndSet(slot, then, next)) {
                return true;
            }
        }
    }
}
