package org.danaya.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the files of one place with what they should hold: the tile itself, and the partial
 * tiles of smaller trees that still lie beside it. For one thread.
 */
final class TileCheck {

    /** The first difference, in the order of what was looked at. */
    record Difference(Reason reason, String path, long entry, String detail, boolean unknown) {}

    private final TileSource source;
    private long files;
    private long beyond;

    TileCheck(TileSource source) {
        this.source = source;
    }

    long files() {
        return files;
    }

    long beyond() {
        return beyond;
    }

    /** A level 0 tile whose entries were hashed again; without hashes where something differs. */
    static final class Leaves {

        final byte[] hashes;
        final @Nullable Difference difference;

        Leaves(byte[] hashes, @Nullable Difference difference) {
            this.hashes = hashes;
            this.difference = difference;
        }
    }

    Leaves leaves(EntryFormat format, long index, int width) {
        TilePath path = format.path(index, width);
        long firstEntry = index * TilePath.FULL;
        TreeHasher hasher = new TreeHasher();
        try {
            Optional<byte[]> file = source.read(path.path());
            int inFile = width;
            if (file.isEmpty() && !path.isFull()) {
                inFile = TilePath.FULL;
                path = path.withWidth(inFile);
                file = source.read(path.path());
            }
            if (file.isEmpty()) {
                return broken(Reason.TILE_MISSING, format.path(index, width), firstEntry, "");
            }
            files++;
            switch (format.leafHashes(file.get(), inFile, hasher)) {
                case Parsed.Malformed<byte[]>(var reason, var line, var column, var detail) -> {
                    return broken(reason, path, firstEntry, detail);
                }
                case Parsed.Ok<byte[]>(byte[] all) -> {
                    byte[] hashes = Arrays.copyOf(all, width * TreeHash.BYTES);
                    Difference first =
                            format == EntryFormat.NONE
                                    ? null
                                    : hashTile(new TilePath.Hashes(0, index, width), hashes);
                    return new Leaves(
                            hashes, first != null ? first : olderEntries(format, path, hashes));
                }
            }
        } catch (IOException e) {
            return new Leaves(new byte[0], unreadable(path, e));
        }
    }

    private static Leaves broken(Reason reason, TilePath path, long entry, String detail) {
        return new Leaves(new byte[0], new Difference(reason, path.path(), entry, detail, false));
    }

    private @Nullable Difference olderEntries(EntryFormat format, TilePath path, byte[] hashes)
            throws IOException {
        TreeHasher hasher = new TreeHasher();
        int known = hashes.length / TreeHash.BYTES;
        for (int width : source.partialWidths(path)) {
            TilePath older = path.withWidth(width);
            if (width > known) {
                beyond++;
                continue;
            }
            Optional<byte[]> file = width == path.width() ? Optional.empty() : read(older);
            if (file.isEmpty()) {
                continue;
            }
            Difference found =
                    switch (format.leafHashes(file.get(), width, hasher)) {
                        case Parsed.Malformed<byte[]>(var reason, var l, var c, var detail) ->
                                new Difference(
                                        reason,
                                        older.path(),
                                        path.index() * TilePath.FULL,
                                        detail,
                                        false);
                        case Parsed.Ok<byte[]>(byte[] made) ->
                                difference(older, made, hashes, path.index() * TilePath.FULL, 1);
                    };
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A tile of any level, whose hashes were made again from the entries. */
    @Nullable Difference hashTile(TilePath.Hashes tile, byte[] hashes) {
        long span = 1L << (8 * tile.level());
        long firstEntry = tile.index() * TilePath.FULL * span;
        try {
            Optional<byte[]> file = source.read(tile.path());
            boolean exact = file.isPresent();
            if (!exact && !tile.isFull()) {
                file = source.hashes(tile);
            }
            if (file.isEmpty()) {
                return new Difference(Reason.TILE_MISSING, tile.path(), firstEntry, "", false);
            }
            files++;
            Difference first = difference(tile, file.get(), hashes, firstEntry, span);
            for (int width : source.partialWidths(tile)) {
                if (width > tile.width()) {
                    beyond++;
                } else if (first == null && !(exact && width == tile.width())) {
                    TilePath.Hashes older = tile.withWidth(width);
                    byte[] bytes = read(older).orElse(null);
                    if (bytes != null) {
                        first = difference(older, bytes, hashes, firstEntry, span);
                    }
                }
            }
            return first;
        } catch (IOException e) {
            return unreadable(tile, e);
        }
    }

    private Optional<byte[]> read(TilePath path) throws IOException {
        Optional<byte[]> file = source.read(path.path());
        files += file.isPresent() ? 1 : 0;
        return file;
    }

    /** Compares a file with as many of the right hashes as its width says. */
    private static @Nullable Difference difference(
            TilePath path, byte[] file, byte[] right, long firstEntry, long span) {
        int length = path.width() * TreeHash.BYTES;
        if (file.length != length) {
            return new Difference(
                    Reason.TILE_LENGTH,
                    path.path(),
                    firstEntry,
                    file.length + " bytes, not " + length,
                    false);
        }
        int at = Arrays.mismatch(file, 0, length, right, 0, length);
        if (at < 0) {
            return null;
        }
        int hash = at / TreeHash.BYTES;
        return new Difference(
                Reason.TILE_DIFFERS,
                path.path(),
                firstEntry + hash * span,
                "hash " + hash + " is not that of the entries",
                false);
    }

    private static Difference unreadable(TilePath path, IOException cause) {
        return new Difference(
                Reason.SOURCE_UNREADABLE,
                path.path(),
                -1,
                String.valueOf(cause.getMessage()),
                true);
    }
}
