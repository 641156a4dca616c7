package org.danaya.sigma.correlate;

/**
 * Numbers from 1 on, found by the hash of what they stand for: open addressing with linear probing,
 * eight bytes a slot, at least a quarter of them free; what is dropped leaves no mark.
 */
abstract class HashIndex {
    /** No number. */
    static final int NONE = 0;

    /** The hash above, the number below; 0 where the slot is free. */
    private long[] slots = new long[16];

    private int size;

    /** Whether the number stands for what is looked for. */
    abstract boolean is(int number);

    /** The number with this hash that {@link #is} says yes to; 0 where there is none. */
    final int find(int hash) {
        int mask = slots.length - 1;
        for (int at = hash & mask; ; at = (at + 1) & mask) {
            long slot = slots[at];
            if (slot == 0) {
                return NONE;
            }
            if (hash(slot) == hash && is((int) slot)) {
                return (int) slot;
            }
        }
    }

    final void put(int hash, int number) {
        if ((size + 1) * 4L > slots.length * 3L) {
            grow();
        }
        size++;
        place(((long) hash << 32) | number);
    }

    final void drop(int hash, int number) {
        int mask = slots.length - 1;
        long dropped = ((long) hash << 32) | number;
        int hole = hash & mask;
        while (slots[hole] != dropped) {
            hole = (hole + 1) & mask;
        }
        for (int next = (hole + 1) & mask; slots[next] != 0; next = (next + 1) & mask) {
            int home = hash(slots[next]) & mask;
            if (((next - home) & mask) >= ((next - hole) & mask)) {
                slots[hole] = slots[next];
                hole = next;
            }
        }
        slots[hole] = 0;
        size--;
    }

    final int size() {
        return size;
    }

    private void place(long slot) {
        int mask = slots.length - 1;
        int at = hash(slot) & mask;
        while (slots[at] != 0) {
            at = (at + 1) & mask;
        }
        slots[at] = slot;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        for (long slot : before) {
            if (slot != 0) {
                place(slot);
            }
        }
    }

    private static int hash(long slot) {
        return (int) (slot >>> 32);
    }
}
