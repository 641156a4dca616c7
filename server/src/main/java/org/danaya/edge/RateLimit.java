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

    /** How many times the requests of one address an IPv6 /48 may make. */
    private static final int OF_SITE = 4;

    private static final long SECOND = 1_000_000_000L;
    private static final long BURST = 2 * SECOND;

    private final AtomicLongArray wholeAgain = new AtomicLongArray(SLOTS);
    private final AtomicLongArray sites = new AtomicLongArray(SLOTS);
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
        long now = nanoTime.getAsLong() - start;
        return take(wholeAgain, client.slot(key, SLOTS), now, cost)
                && (!client.hasSite()
                        || take(sites, client.siteSlot(key, SLOTS), now, cost / OF_SITE));
    }

    private static boolean take(AtomicLongArray budgets, int slot, long now, long cost) {
        while (true) {
            long then = budgets.get(slot);
            long next = Math.max(then, now) + cost;
            if (next - now > BURST) {
                return false;
            }
            if (budgets.compareAndSet(slot, then, next)) {
                return true;
            }
        }
    }
}
