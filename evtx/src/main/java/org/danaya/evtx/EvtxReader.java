package org.danaya.evtx;

import java.io.IOException;
import java.util.Arrays;

/**
 * Reads chunks of one file, in any order, for one thread: holds one chunk in memory, the templates
 * met so far, and the {@link Event} that it shows.
 */
public final class EvtxReader {

    private static final int SIGNATURE = 0x0000_2A2A;

    /** Signature (4), size (4), number (8), time (8). */
    private static final int HEADER = 24;

    /** The size again. */
    private static final int TRAILER = 4;

    private static final byte[] ZEROS = new byte[ChunkHeader.CHUNK];

    private final Source source;
    private final long[] places;
    private final byte[] chunk = new byte[ChunkHeader.CHUNK];
    private final Event event;

    EvtxReader(Source source, long[] places, EndSpaces endSpaces) {
        this.event = new Event(endSpaces);
        this.source = source;
        this.places = places;
    }

    /**
     * Shows the events of a chunk in their order, and counts.
     *
     * @param number the chunk, from 0
     * @param index the number in the file that its first record gets
     * @return how many records were seen, read or not
     */
    public long read(int number, long index, EventSink sink, Ledger ledger) {
        int length;
        try {
            length = source.read(places[number], chunk, length(number));
        } catch (IOException e) {
            ledger.chunkSetAside(Cause.CHUNK_UNREADABLE);
            return 0;
        }
        Arrays.fill(chunk, length, chunk.length, (byte) 0);
        ChunkHeader header = ChunkHeader.of(chunk, length);
        if (!header.signature() && isZero(0, length)) {
            ledger.chunkEmpty();
            return 0;
        }
        event.begin(chunk, length, number);
        long seen = walk(header, length, index, sink, ledger);
        event.leave();
        if (header.headerSound() && seen < header.announced()) {
            long missing = header.announced() - seen;
            ledger.setAside(
                    length < chunk.length ? Cause.CHUNK_TRUNCATED : Cause.RECORD_HEADER, missing);
            seen += missing;
        }
        if (header.signature() || seen > 0) {
            ledger.chunkRead(header.headerSound(), header.recordsSound());
        } else {
            ledger.chunkSetAside(Cause.CHUNK_SIGNATURE);
        }
        return seen;
    }

    private int length(int number) {
        long end = number + 1 < places.length ? places[number + 1] : Long.MAX_VALUE;
        return (int) Math.min(chunk.length, end - places[number]);
    }

    /**
     * From record to record. What lies between is looked through for the next one; behind the end
     * that the header tells only if the header may be older than the records, and then only for
     * those whose numbers go on.
     */
    private long walk(ChunkHeader header, int length, long index, EventSink sink, Ledger ledger) {
        int limit = header.sound() ? header.free() : length;
        int at = header.signature() ? ChunkHeader.SIZE : 0;
        int seen = 0;
        long last = -1;
        boolean lost = !header.signature();
        while (at <= limit - HEADER - TRAILER) {
            if (!isRecord(at, limit, header.free())) {
                int next = nextRecord(at + 1, limit, header.free());
                if (header.signature() && !isZero(at, Math.min(next, header.free()))) {
                    ledger.setAside(Cause.RECORD_HEADER, 1);
                    seen++;
                }
                at = next;
                lost = true;
                continue;
            }
            long id = Bytes.i64(chunk, at + 8);
            boolean behind = header.signature() && at >= header.free();
            if (behind && id != last + 1) {
                break;
            }
            last = id;
            int size = Bytes.i32(chunk, at + 4);
            event.place(id, Bytes.i64(chunk, at + 16), seen, index + seen);
            seen++;
            try {
                event.follow(at + HEADER, at + size - TRAILER);
                ledger.read(behind || lost);
                sink.accept(event);
            } catch (Malformed e) {
                ledger.setAside(e.cause(), 1);
            }
            at += size;
        }
        return seen;
    }

    /**
     * A signature, a size that fits, and the size again at the end, or an end where one must be.
     */
    private boolean isRecord(int at, int limit, int free) {
        if (Bytes.i32(chunk, at) != SIGNATURE) {
            return false;
        }
        int size = Bytes.i32(chunk, at + 4);
        if (size < HEADER + TRAILER || size > limit - at) {
            return false;
        }
        int end = at + size;
        return Bytes.i32(chunk, end - TRAILER) == size
                || end == free
                || (end <= limit - 4 && Bytes.i32(chunk, end) == SIGNATURE);
    }

    private int nextRecord(int from, int limit, int free) {
        for (int at = from; at <= limit - HEADER - TRAILER; at++) {
            if (chunk[at] == 0x2A && isRecord(at, limit, free)) {
                return at;
            }
        }
        return limit;
    }

    private boolean isZero(int from, int to) {
        return from >= to || Arrays.mismatch(chunk, from, to, ZEROS, 0, to - from) < 0;
    }
}
