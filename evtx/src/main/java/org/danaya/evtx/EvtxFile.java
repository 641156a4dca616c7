package org.danaya.evtx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A Windows event log file. Opening reads its header and looks where its chunks are; each chunk of
 * 64 KiB is then read by itself, by any thread, in any order. Whatever the file holds, opening and
 * reading don't fail over it.
 */
public final class EvtxFile implements Closeable {

    private final Source source;
    private final FileHeader header;
    private final EndSpaces endSpaces;
    private final long[] places;

    private EvtxFile(Source source, EndSpaces endSpaces) throws IOException {
        this.source = source;
        this.endSpaces = endSpaces;
        byte[] first = new byte[FileHeader.SIZE];
        this.header = FileHeader.of(first, source.read(0, first, first.length));
        this.places = ChunkTable.of(source, header.signature());
    }

    /**
     * Opens a file by mapping it into memory. Its size may be any; one chunk at a time of it is
     * held by each reader.
     *
     * @throws IOException if there is no such file, or the disk doesn't give its bytes
     */
    public static EvtxFile open(Path path) throws IOException {
        return open(path, EndSpaces.CUT);
    }

    /** As {@link #open(Path)}, and says what becomes of white space at the end of strings. */
    public static EvtxFile open(Path path, EndSpaces endSpaces) throws IOException {
        Source source = new Source.Mapped(path);
        try {
            return new EvtxFile(source, endSpaces);
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** A file that is in memory already. The array is not copied. */
    public static EvtxFile of(byte[] bytes) {
        try {
            return new EvtxFile(new Source.InMemory(bytes), EndSpaces.CUT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the file says of itself. */
    public FileHeader header() {
        return header;
    }

    /** How many chunks there are to read, those that were never used included. */
    public int chunks() {
        return places.length;
    }

    /** A reader for one thread. Readers remember templates, so that few of them are better. */
    public EvtxReader reader() {
        return new EvtxReader(source, places, endSpaces);
    }

    /** Reads everything in the file's order. */
    public Ledger read(EventSink sink) {
        Ledger ledger = ledger();
        EvtxReader reader = reader();
        long index = 0;
        for (int chunk = 0; chunk < places.length; chunk++) {
            index += reader.read(chunk, index, sink, ledger);
        }
        return ledger;
    }

    /**
     * Reads everything with several threads, each with a sink of its own. Events of a chunk come in
     * their order and to one sink; chunks come in any. What a sink throws ends the reading and
     * comes out here.
     */
    public Ledger read(int threads, Supplier<? extends EventSink> sinks) {
        AtomicInteger next = new AtomicInteger();
        Ledger all = ledger();
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads))) {
            List<Future<Ledger>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                EventSink sink = sinks.get();
                parts.add(pool.submit(() -> share(next, sink)));
            }
            for (Future<Ledger> part : parts) {
                all.add(part.get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private Ledger share(AtomicInteger next, EventSink sink) {
        Ledger ledger = new Ledger();
        EvtxReader reader = reader();
        try {
            int chunk = next.getAndIncrement();
            while (chunk < places.length) {
                reader.read(chunk, 0, sink, ledger);
                chunk = next.getAndIncrement();
            }
        } finally {
            next.set(places.length);
        }
        return ledger;
    }

    private Ledger ledger() {
        Ledger ledger = new Ledger();
        if (!header.signature()) {
            ledger.chunkSetAside(Cause.FILE_SIGNATURE);
        }
        return ledger;
    }
}
