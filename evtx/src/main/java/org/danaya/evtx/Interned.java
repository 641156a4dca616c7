package org.danaya.evtx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Names as numbers: the same bytes of UTF-16 give the same number, in whichever chunk they are. */
final class Interned {

    private static final int PLACES = 1024;

    /** So many collisions don't happen; whoever makes them gets no number. */
    private static final int PROBES = 64;

    private final int[] places = new int[PLACES];
    private final int[] numbers = new int[PLACES];
    private byte[] @Nullable [] names = new byte[1024][];
    private int[] table = new int[2048];
    private int count;

    Interned() {
        Arrays.fill(table, -1);
    }

    /** Begins a chunk, where other names are at the same places. */
    void begin() {
        Arrays.fill(places, 0);
    }

    int count() {
        return count;
    }

    String name(int number) {
        byte[] name = names[number];
        return name == null ? "" : new String(name, StandardCharsets.UTF_16LE);
    }

    /**
     * The number of the name at that place of the chunk, which holds so many bytes of it; or -1.
     */
    int at(byte[] chunk, int place, int from, int size) {
        int cell = (place ^ (place >>> 10)) & (PLACES - 1);
        if (places[cell] != place) {
            numbers[cell] = of(chunk, from, size);
            places[cell] = place;
        }
        return numbers[cell];
    }

    /** The number of that text; -1 where there is none left. */
    int of(byte[] chunk, int from, int size) {
        int hash = size;
        for (int at = from; at < from + size; at += 2) {
            hash = 31 * hash + Bytes.u16(chunk, at);
        }
        int cell = cell(hash);
        for (int probes = 0; table[cell] >= 0; probes++) {
            byte[] known = names[table[cell]];
            if (probes == PROBES) {
                return -1;
            }
            if (known != null && Arrays.equals(known, 0, known.length, chunk, from, from + size)) {
                return table[cell];
            }
            cell = (cell + 1) & (table.length - 1);
        }
        if (count == names.length) {
            grow();
            cell = cell(hash);
            while (table[cell] >= 0) {
                cell = (cell + 1) & (table.length - 1);
            }
        }
        names[count] = Arrays.copyOfRange(chunk, from, from + size);
        table[cell] = count;
        return count++;
    }

    private int cell(int hash) {
        return (hash ^ (hash >>> 16)) & (table.length - 1);
    }

    private void grow() {
        names = Arrays.copyOf(names, 2 * count);
        int[] before = table;
        table = new int[2 * before.length];
        Arrays.fill(table, -1);
        for (int number = 0; number < count; number++) {
            byte[] name = names[number];
            int hash = name == null ? 0 : name.length;
            for (int at = 0; name != null && at < name.length; at += 2) {
                hash = 31 * hash + Bytes.u16(name, at);
            }
            int cell = cell(hash);
            while (table[cell] >= 0) {
                cell = (cell + 1) & (table.length - 1);
            }
            table[cell] = number;
        }
    }
}
