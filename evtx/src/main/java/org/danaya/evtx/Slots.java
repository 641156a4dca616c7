package org.danaya.evtx;

import java.util.Arrays;

/** The values of one template instance: of each its type, where it begins and its size. */
final class Slots {

    private final EndSpaces endSpaces;
    private int[] types = new int[64];
    private int[] froms = new int[64];
    private int[] sizes = new int[64];
    private int count;

    Slots(EndSpaces endSpaces) {
        this.endSpaces = endSpaces;
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    int type(int slot) {
        return types[slot];
    }

    int from(int slot) {
        return froms[slot];
    }

    int size(int slot) {
        return sizes[slot];
    }

    /** Whether nothing would be written of it; so too where the instance has fewer values. */
    boolean isEmpty(byte[] chunk, int slot) {
        return slot >= count || ValueType.isEmpty(chunk, types[slot], froms[slot], sizes[slot]);
    }

    /**
     * Reads count, descriptors (size, type, a byte that is always 0) and then the values.
     *
     * @return where the instance ends
     */
    int read(byte[] chunk, int at, int end) throws Malformed {
        count = 0;
        if (end - at < 4) {
            throw new Malformed(Cause.VALUES);
        }
        long announced = Bytes.u32(chunk, at);
        int descriptors = at + 4;
        if (announced > (end - descriptors) / 4) {
            throw new Malformed(Cause.VALUES);
        }
        int number = (int) announced;
        if (number > types.length) {
            types = Arrays.copyOf(types, 2 * number);
            froms = Arrays.copyOf(froms, 2 * number);
            sizes = Arrays.copyOf(sizes, 2 * number);
        }
        int from = descriptors + 4 * number;
        for (int slot = 0; slot < number; slot++) {
            int descriptor = Bytes.i32(chunk, descriptors + 4 * slot);
            int size = descriptor & 0xFFFF;
            if (end - from < size) {
                throw new Malformed(Cause.VALUES);
            }
            int type = (descriptor >>> 16) & 0xFF;
            froms[slot] = from;
            sizes[slot] = size;
            types[slot] = type;
            if (type == ValueType.STRING && size > 0) {
                cut(chunk, slot);
            }
            from += size;
        }
        count = number;
        return from;
    }

    /** Adds a string that no descriptor tells of. */
    void addString(byte[] chunk, int from, int size) {
        if (count == types.length) {
            types = Arrays.copyOf(types, 2 * count);
            froms = Arrays.copyOf(froms, 2 * count);
            sizes = Arrays.copyOf(sizes, 2 * count);
        }
        types[count] = ValueType.STRING;
        froms[count] = from;
        sizes[count] = size;
        if (size > 0) {
            cut(chunk, count);
        }
        count++;
    }

    void forgetLast() {
        count--;
    }

    private void cut(byte[] chunk, int slot) {
        int size = 2 * endSpaces.units(chunk, froms[slot], sizes[slot] / 2);
        if (size == 0 && !ValueType.isEmpty(chunk, ValueType.STRING, froms[slot], sizes[slot])) {
            types[slot] = ValueType.BLANK;
        }
        sizes[slot] = size;
    }
}
