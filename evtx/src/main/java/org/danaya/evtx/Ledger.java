package org.danaya.evtx;

import java.util.EnumMap;
import java.util.Map;

/**
 * What became of everything that was met: records seen are records read and records set aside, each
 * with its cause. Of a chunk that could not be read at all nobody knows how many records it held:
 * it counts as a chunk set aside. Not for several threads at once; {@link #add} puts theirs
 * together.
 */
public final class Ledger {

    private final Map<Cause, Long> records = new EnumMap<>(Cause.class);
    private final Map<Cause, Long> chunks = new EnumMap<>(Cause.class);
    private long recordsRead;
    private long recordsRecovered;
    private long chunksRead;
    private long chunksEmpty;
    private long headerChecksums;
    private long recordChecksums;

    /** Begins with nothing. */
    public Ledger() {}

    /** Records of which anything was found: those read and those set aside. */
    public long recordsSeen() {
        return recordsRead + recordsSetAside();
    }

    /** Records that were shown. */
    public long recordsRead() {
        return recordsRead;
    }

    /**
     * Of the records read, those that their chunk's header doesn't count, or that lay in rubbish.
     */
    public long recordsRecovered() {
        return recordsRecovered;
    }

    /** Records that were found and not shown. */
    public long recordsSetAside() {
        return sum(records);
    }

    /** The same by cause; causes that didn't happen aren't in it. */
    public Map<Cause, Long> recordCauses() {
        return Map.copyOf(records);
    }

    /** Chunks that were read, with or without records set aside. */
    public long chunksRead() {
        return chunksRead;
    }

    /** Chunks that were never used: 64 KiB of zeros. */
    public long chunksEmpty() {
        return chunksEmpty;
    }

    /** Chunks that gave nothing, and the file itself if it isn't one, by cause. */
    public Map<Cause, Long> chunkCauses() {
        return Map.copyOf(chunks);
    }

    /** Chunks read whose header isn't as it was written. */
    public long headerChecksums() {
        return headerChecksums;
    }

    /** Chunks read whose records aren't as they were written. */
    public long recordChecksums() {
        return recordChecksums;
    }

    /** Whether everything was read and every checksum is right. */
    public boolean isClean() {
        return records.isEmpty() && chunks.isEmpty() && headerChecksums + recordChecksums == 0;
    }

    /** Takes over what another one counted. */
    public void add(Ledger other) {
        other.records.forEach((cause, count) -> records.merge(cause, count, Long::sum));
        other.chunks.forEach((cause, count) -> chunks.merge(cause, count, Long::sum));
        recordsRead += other.recordsRead;
        recordsRecovered += other.recordsRecovered;
        chunksRead += other.chunksRead;
        chunksEmpty += other.chunksEmpty;
        headerChecksums += other.headerChecksums;
        recordChecksums += other.recordChecksums;
    }

    /** One line for people. */
    @Override
    public String toString() {
        return "records: %d seen, %d read (%d recovered), set aside %s; chunks: %d read, %d empty, set aside %s; broken checksums: %d of headers, %d of records"
                .formatted(
                        recordsSeen(),
                        recordsRead,
                        recordsRecovered,
                        records,
                        chunksRead,
                        chunksEmpty,
                        chunks,
                        headerChecksums,
                        recordChecksums);
    }

    void read(boolean recovered) {
        recordsRead++;
        if (recovered) {
            recordsRecovered++;
        }
    }

    void setAside(Cause cause, long count) {
        records.merge(cause, count, Long::sum);
    }

    void chunkSetAside(Cause cause) {
        chunks.merge(cause, 1L, Long::sum);
    }

    void chunkEmpty() {
        chunksEmpty++;
    }

    void chunkRead(boolean headerSound, boolean recordsSound) {
        chunksRead++;
        if (!headerSound) {
            headerChecksums++;
        }
        if (!recordsSound) {
            recordChecksums++;
        }
    }

    private static long sum(Map<Cause, Long> counts) {
        long sum = 0;
        for (long count : counts.values()) {
            sum += count;
        }
        return sum;
    }
}
