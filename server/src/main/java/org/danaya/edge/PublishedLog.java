package org.danaya.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.EntryBundle;
import org.danaya.verify.Parsed;
import org.danaya.verify.SignedNote;
import org.danaya.verify.TilePath;
import org.danaya.verify.TreeHash;
import org.jspecify.annotations.Nullable;

/**
 * A log's files in a folder (C2SP tlog-tiles), as far as its published checkpoint reaches.
 *
 * <p>A tile that lies there before the checkpoint does isn't public yet: should the write behind it
 * fail, it could still change, and caches would keep the wrong one for a year.
 */
final class PublishedLog {

    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Path folder;
    private final Clock clock;
    private volatile @Nullable Published last;

    PublishedLog(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * A checkpoint that lies there.
     *
     * @param note its file's bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Published(byte[] note, Checkpoint checkpoint, FileTime modified, Object file) {}

    /** The checkpoint as it lies there now; nothing where there is none that can be read. */
    Optional<Published> checkpoint() throws IOException {
        Path path = folder.resolve(Checkpoint.PATH);
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            Object file = Objects.requireNonNullElse(now.fileKey(), path);
            Published known = last;
            if (known != null
                    && settled(now.lastModifiedTime())
                    && known.modified.equals(now.lastModifiedTime())
                    && known.file.equals(file)
                    && known.note.length == now.size()) {
                return Optional.of(known);
            }
            if (now.size() > SignedNote.MAX_BYTES) {
                return Optional.empty();
            }
            byte[] note = Files.readAllBytes(path);
            Parsed<SignedNote> parsed = SignedNote.parse(note);
            if (parsed instanceof Parsed.Ok<SignedNote>(SignedNote read)
                    && Checkpoint.parse(read.text())
                            instanceof Parsed.Ok<Checkpoint>(Checkpoint it)) {
                Published fresh = new Published(note, it, now.lastModifiedTime(), file);
                last = fresh;
                return Optional.of(fresh);
            }
            return Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /**
     * Whether a file changed long enough ago that a later change would show in its time, whose
     * steps may be some milliseconds.
     */
    private boolean settled(FileTime modified) {
        return Duration.between(modified.toInstant(), clock.instant()).compareTo(SETTLED) > 0;
    }

    /**
     * A tile that the checkpoint covers. A partial one that the log has deleted is cut from the
     * full one.
     */
    Optional<byte[]> tile(TilePath tile) throws IOException {
        if (!covers(tile)) {
            return Optional.empty();
        }
        Optional<byte[]> exact = read(tile);
        if (exact.isPresent() || tile.isFull()) {
            return exact;
        }
        return read(tile.withWidth(TilePath.FULL)).flatMap(full -> cut(tile, full));
    }

    private boolean covers(TilePath tile) throws IOException {
        Published known = last;
        if (known != null && within(tile, known.checkpoint.size())) {
            return true;
        }
        Optional<Published> now = checkpoint();
        return now.isPresent() && within(tile, now.get().checkpoint.size());
    }

    /** Whether a tree of this size has the tile (tlog-tiles, "Partial Tiles"). */
    static boolean within(TilePath tile, long size) {
        return switch (tile) {
            case TilePath.Hashes hashes -> within(hashes, hashes.level(), size);
            case TilePath.Entries entries -> within(entries, 0, size);
            case TilePath.Data _ -> false;
        };
    }

    private static boolean within(TilePath tile, int level, long size) {
        int bits = Byte.SIZE * level;
        long there = bits >= Long.SIZE ? 0 : size >>> bits;
        long full = there / TilePath.FULL;
        return tile.index() < full
                || (tile.index() == full && tile.width() <= there % TilePath.FULL);
    }

    private Optional<byte[]> read(TilePath tile) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(tile.path())));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> cut(TilePath tile, byte[] full) {
        return switch (tile) {
            case TilePath.Hashes hashes ->
                    full.length == TilePath.FULL * TreeHash.BYTES
                            ? Optional.of(Arrays.copyOf(full, hashes.bytes()))
                            : Optional.empty();
            case TilePath.Entries entries ->
                    EntryBundle.parse(full, TilePath.FULL)
                                    instanceof Parsed.Ok<EntryBundle>(EntryBundle bundle)
                            ? Optional.of(
                                    EntryBundle.of(bundle.entries().subList(0, entries.width()))
                                            .toBytes())
                            : Optional.empty();
            case TilePath.Data _ -> Optional.empty();
        };
    }
}
