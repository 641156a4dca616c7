package org.danaya.sigma.input;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.danaya.evtx.EvtxFile;
import org.jspecify.annotations.Nullable;

/** A Windows event log file, parted into chunks. */
final class EvtxInput implements InputFile {

    private static final int HEADER = 4096;
    private static final int CHUNK = 1 << 16;

    private final EvtxFile file;
    private final int largest;
    private final int step;
    private final long size;

    /** What ended the file before its end; told behind its events. */
    private @Nullable Cause broken;

    /** Readers that nobody reads with; each remembers the templates that it met. */
    private final Queue<EvtxReading> idle = new ConcurrentLinkedQueue<>();

    /** Written by the thread that calls {@link #next}. */
    private volatile int chunk;

    /**
     * @param size of the file as it is stored
     * @param broken what ended it before its end
     */
    EvtxInput(EvtxFile file, Sizes sizes, long size, @Nullable Cause broken) {
        this.file = file;
        this.largest = sizes.largest();
        this.step = Math.max(1, sizes.block() / CHUNK);
        this.size = size;
        this.broken = broken;
    }

    @Override
    public Format format() {
        return Format.EVTX;
    }

    @Override
    public @Nullable Part next() {
        int from = chunk;
        int to = Math.min(file.chunks(), from + step);
        if (from < to) {
            chunk = to;
            return sink -> read(from, to, sink);
        }
        Cause end = broken;
        broken = null;
        return end == null ? null : sink -> sink.setAside(end);
    }

    private void read(int from, int to, EventSink sink) {
        EvtxReading known = idle.poll();
        EvtxReading reading = known == null ? new EvtxReading(file.reader(), largest) : known;
        for (int number = from; number < to; number++) {
            reading.read(number, sink);
        }
        idle.add(reading);
    }

    @Override
    public long read() {
        int done = chunk;
        if (done == file.chunks()) {
            return Math.max(size, 0);
        }
        return size < 0 ? 0 : Math.min(size, HEADER + (long) done * CHUNK);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
