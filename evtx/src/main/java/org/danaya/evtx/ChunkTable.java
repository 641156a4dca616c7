package org.danaya.evtx;

import java.io.IOException;
import java.util.Arrays;

/**
 * Where a file's chunks begin: every 64 KiB after its header, and where bytes were lost or put in
 * between, wherever the next one's signature is.
 */
final class ChunkTable {

    private static final int CHUNK = ChunkHeader.CHUNK;
    private static final int SIGNATURE = 8;

    private final Source source;
    private final byte[] window = new byte[2 * CHUNK];
    private long[] places = new long[16];
    private int count;

    private ChunkTable(Source source) {
        this.source = source;
    }

    /** The places; each chunk ends where the next one begins, or after 64 KiB. */
    static long[] of(Source source, boolean isLog) throws IOException {
        ChunkTable table = new ChunkTable(source);
        table.search(isLog);
        return Arrays.copyOf(table.places, table.count);
    }

    private void search(boolean isLog) throws IOException {
        long after = 0;
        long place = FileHeader.SIZE;
        while (place < source.size()) {
            if (!begins(place)) {
                long found = find(after, Math.min(source.size(), place + CHUNK));
                if (found < 0 && !isLog && count == 0) {
                    return;
                }
                if (found >= 0) {
                    if (found > place) {
                        add(place);
                    }
                    place = found;
                }
            }
            add(place);
            after = place + SIGNATURE;
            place += CHUNK;
        }
    }

    /** Whether a chunk may begin there: one that was never used is all zero. */
    private boolean begins(long place) throws IOException {
        int length = source.read(place, window, SIGNATURE);
        if (length < SIGNATURE) {
            return true;
        }
        long first = Bytes.i64(window, 0);
        return first == ChunkHeader.SIGNATURE || first == 0;
    }

    private long find(long from, long to) throws IOException {
        int length = source.read(from, window, (int) Math.min(window.length, to - from));
        for (int at = 0; at <= length - SIGNATURE; at++) {
            if (window[at] == 'E' && Bytes.i64(window, at) == ChunkHeader.SIGNATURE) {
                return from + at;
            }
        }
        return -1;
    }

    private void add(long place) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = place;
    }
}
