package org.danaya.sigma.correlate;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@code temporal_ordered}: of how many references there are hits, where of each of those a hit can
 * be chosen so that the times don't decrease in the references' order.
 */
final class Ordered extends Tally {
    private static final long[] NO_TIMES = {};

    private final Present present;
    private final int references;

    /** By what {@link Present} keeps: the times of those hits, in a ring whose length doubles. */
    private long[][] times = new long[8][];

    /** By the same: where the ring begins. */
    private int[] heads = new int[8];

    Ordered(int references, Texts texts, Room room, Mixer mixer) {
        this.references = references;
        present = new Present(texts, room, mixer);
    }

    @Override
    int add(int group, long time, int reference, int[] hit, int at) {
        int kept = present.add(group, time, reference, hit, at);
        int count = present.count(kept);
        if (kept >= times.length) {
            times = Arrays.copyOf(times, larger(times.length, kept));
            heads = with(heads, times.length - 1);
        }
        long[] ring = count == 1 ? new long[2] : times[kept];
        if (count > ring.length) {
            ring = unrolled(ring, heads[kept]);
            heads[kept] = 0;
        }
        ring[(heads[kept] + count - 1) & (ring.length - 1)] = time;
        times[kept] = ring;
        return kept;
    }

    @Override
    void remove(int group, int kept) {
        heads[kept] = (heads[kept] + 1) & (times[kept].length - 1);
        if (present.count(kept) == 1) {
            times[kept] = NO_TIMES;
            heads[kept] = 0;
        }
        present.remove(group, kept);
    }

    @Override
    @Nullable BigDecimal value(int group, int events) {
        long after = Long.MIN_VALUE;
        for (int reference = 0; reference < references; reference++) {
            int kept = present.find(group, reference);
            if (kept != NOTHING) {
                int first = first(kept, after);
                if (first == present.count(kept)) {
                    return null;
                }
                after = time(kept, first);
            }
        }
        return present.value(group, events);
    }

    /** The first of the hits that isn't before a time; their count where there is none. */
    private int first(int kept, long time) {
        int low = 0;
        int high = present.count(kept);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(kept, middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long time(int kept, int at) {
        long[] ring = times[kept];
        return ring[(heads[kept] + at) & (ring.length - 1)];
    }

    private static long[] unrolled(long[] ring, int head) {
        long[] larger = new long[ring.length * 2];
        System.arraycopy(ring, head, larger, 0, ring.length - head);
        System.arraycopy(ring, 0, larger, ring.length - head, head);
        return larger;
    }
}
