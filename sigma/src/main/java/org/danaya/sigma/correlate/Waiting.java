package org.danaya.sigma.correlate;

import java.util.Arrays;

/**
 * Hits that wait for their order, earliest first by time and place. Those that come in order stand
 * in a ring; the others in a heap. Each is a record of words: time, place, rule, then its texts by
 * two.
 */
final class Waiting {
    private static final int VALUES = 3;
    private static final int NONE = -1;

    private final int stride;
    private final Room room;
    private long[] records;
    private int used;

    /** The first of the free records, each of which has the next in its first word; or none. */
    private int free = NONE;

    private int[] ring = new int[16];
    private int head;
    private int inOrder;
    private int[] heap = new int[16];
    private int others;

    /**
     * @param width how many texts a hit has at most
     */
    Waiting(int width, Room room) {
        this.room = room;
        stride = VALUES + ((width + 1) >>> 1);
        records = new long[16 * stride];
    }

    int size() {
        return inOrder + others;
    }

    void add(long time, long place, int rule, int[] values, int count) {
        int hit = free();
        int at = hit * stride;
        records[at] = time;
        records[at + 1] = place;
        records[at + 2] = rule;
        for (int i = 0; i < count; i += 2) {
            long second = i + 1 < count ? values[i + 1] : 0;
            records[at + VALUES + (i >>> 1)] = (second << 32) | values[i];
        }
        if (inOrder == 0 || !isBefore(hit, ring[(head + inOrder - 1) & (ring.length - 1)])) {
            append(hit);
        } else {
            push(hit);
        }
    }

    /** The time of the earliest. */
    long time() {
        return records[earliest() * stride];
    }

    /** The place of the earliest. */
    long place() {
        return records[(earliest() * stride) + 1];
    }

    /** The rule of the earliest. */
    int rule() {
        return (int) records[(earliest() * stride) + 2];
    }

    /** A text of the earliest. */
    int value(int at) {
        long two = records[(earliest() * stride) + VALUES + (at >>> 1)];
        return (int) ((at & 1) == 0 ? two : two >>> 32);
    }

    /** Takes the earliest away. */
    void remove() {
        int hit = earliest();
        if (inOrder > 0 && hit == ring[head]) {
            head = (head + 1) & (ring.length - 1);
            inOrder--;
        } else {
            pop();
        }
        records[hit * stride] = free;
        free = hit;
        room.bytes -= (long) stride * Long.BYTES;
    }

    private int earliest() {
        if (others == 0) {
            return ring[head];
        }
        return inOrder == 0 || isBefore(heap[0], ring[head]) ? heap[0] : ring[head];
    }

    private boolean isBefore(int one, int other) {
        int a = one * stride;
        int b = other * stride;
        return records[a] != records[b] ? records[a] < records[b] : records[a + 1] < records[b + 1];
    }

    private int free() {
        room.bytes += (long) stride * Long.BYTES;
        int hit = free;
        if (hit != NONE) {
            free = (int) records[hit * stride];
            return hit;
        }
        if ((used + 1) * stride > records.length) {
            records = Arrays.copyOf(records, records.length * 2);
        }
        return used++;
    }

    private void append(int hit) {
        if (inOrder == ring.length) {
            int[] larger = new int[ring.length * 2];
            for (int i = 0; i < inOrder; i++) {
                larger[i] = ring[(head + i) & (ring.length - 1)];
            }
            ring = larger;
            head = 0;
        }
        ring[(head + inOrder++) & (ring.length - 1)] = hit;
    }

    private void push(int hit) {
        if (others == heap.length) {
            heap = Arrays.copyOf(heap, others * 2);
        }
        int at = others++;
        while (at > 0 && isBefore(hit, heap[(at - 1) >>> 1])) {
            heap[at] = heap[(at - 1) >>> 1];
            at = (at - 1) >>> 1;
        }
        heap[at] = hit;
    }

    private void pop() {
        int hit = heap[--others];
        int at = 0;
        for (int child = 1; child < others; child = (at << 1) + 1) {
            if (child + 1 < others && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], hit)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = hit;
    }
}
