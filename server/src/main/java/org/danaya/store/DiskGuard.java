package org.danaya.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the free space of an installation's disks. Below the reserve the program is read-only;
 * above it again, with a margin so that it doesn't flutter, it writes again by itself.
 */
public final class DiskGuard implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(DiskGuard.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** The margin is the reserve divided by this. */
    private static final int MARGIN = 8;

    /** How long PostgreSQL's own word that the disk is full outweighs what we measure. */
    private static final Duration COMPLAINT_LASTS = Duration.ofSeconds(5);

    /** Longer than any transaction may last. */
    private static final Duration ECHO_LASTS = Duration.ofMinutes(10);

    private final List<Path> folders;
    private final long reserveBytes;
    private final Thread watcher;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile DiskState state = new DiskState.Roomy();
    private volatile long complaintUntilNanos = System.nanoTime();

    /** Until when a transaction that is read-only may still be so because of us. */
    private volatile long echoUntilNanos = System.nanoTime();

    private DiskGuard(Home home, long reserveBytes) {
        this.folders = List.of(home.data(), home.keys(), home.log(), home.published());
        this.reserveBytes = reserveBytes;
        this.watcher = Thread.ofVirtual().name("disk-guard").unstarted(this::watch);
    }

    /** Watches the disks of a home, from now on. */
    static DiskGuard start(Home home, long reserveBytes) {
        DiskGuard guard = new DiskGuard(home, reserveBytes);
        guard.look();
        guard.watcher.start();
        return guard;
    }

    /** Whether there was room when it was last looked, a second ago at most. */
    public DiskState state() {
        return state;
    }

    /**
     * Whether a transaction that can't write may owe that to a full disk: one that began while the
     * disk was full stays read-only after room came back.
     */
    boolean madeReadOnly() {
        return state instanceof DiskState.Full || echoUntilNanos - System.nanoTime() > 0;
    }

    /** Looks at once. */
    DiskState look() {
        long free = freeBytes();
        boolean wasFull = state instanceof DiskState.Full;
        long needed = wasFull ? reserveBytes + reserveBytes / MARGIN : reserveBytes;
        boolean full = free < needed || complaintUntilNanos - System.nanoTime() > 0;
        if (full || wasFull) {
            echoUntilNanos = System.nanoTime() + ECHO_LASTS.toNanos();
        }
        state = full ? new DiskState.Full(free, reserveBytes) : new DiskState.Roomy();
        if (full && !wasFull) {
            LOGGER.error("The disk is full ({} bytes left): read-only", free);
        } else if (!full && wasFull) {
            LOGGER.info("There is room on the disk again ({} bytes left)", free);
        }
        return state;
    }

    /** PostgreSQL said that it found no room. */
    void complain() {
        complaintUntilNanos = System.nanoTime() + COMPLAINT_LASTS.toNanos();
        look();
    }

    @Override
    public void close() {
        closing.set(true);
        watcher.interrupt();
    }

    private void watch() {
        try {
            while (!closing.get()) {
                Thread.sleep(PERIOD);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The least of what the disks have; a disk that doesn't tell counts as roomy. */
    private long freeBytes() {
        long least = Long.MAX_VALUE;
        for (Path folder : folders) {
            try {
                FileStore disk = Files.getFileStore(folder);
                least = Math.min(least, disk.getUsableSpace());
            } catch (IOException e) {
                LOGGER.warn("The free space of {} can't be read: {}", folder, e.getMessage());
            }
        }
        return least;
    }
}
