package org.danaya.verify;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where a tree's stored hashes come from. */
@FunctionalInterface
public interface HashReader {

    /**
     * The root over the {@code 2^height} leaves that begin with leaf {@code index * 2^height}.
     *
     * @param height 0 for a leaf's hash, at most 62
     */
    Verdict<TreeHash> read(int height, long index);

    /**
     * The hashes of a tree of this size, from the tiles of its log. Not for several threads.
     *
     * @param size leaves in the tree whose tiles are there
     */
    static HashReader tiles(long size, TileSource source) {
        return new TileHashes(size, source);
    }
}

/** Reads hashes out of tiles, of which it keeps the last ones that it used. */
final class TileHashes implements HashReader {

    private static final int TILE_HEIGHT = 8;

    private static final int KEPT_TILES = 64;

    private final long size;
    private final TileSource source;
    private final TreeHasher hasher = new TreeHasher();
    private final Map<TilePath.Hashes, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);

    TileHashes(long size, TileSource source) {
        this.size = size;
        this.source = source;
    }

    @Override
    public Verdict<TreeHash> read(int height, long index) {
        int level = height / TILE_HEIGHT;
        int count = 1 << height % TILE_HEIGHT;
        long position = index * count;
        long inLevel = size >>> (TILE_HEIGHT * level);
        long tileIndex = position / TilePath.FULL;
        int offset = (int) (position % TilePath.FULL);
        int width = (int) Math.min(TilePath.FULL, inLevel - tileIndex * TilePath.FULL);
        if (offset + count > width) {
            throw new IllegalArgumentException("No such subtree in a tree of " + size);
        }
        return tile(new TilePath.Hashes(level, tileIndex, width))
                .then(
                        hashes -> {
                            byte[] root = new byte[TreeHash.BYTES];
                            hasher.perfect(hashes, offset * TreeHash.BYTES, count, root, 0);
                            return Verdict.valid(TreeHash.of(root));
                        });
    }

    private Verdict<byte[]> tile(TilePath.Hashes tile) {
        byte[] known = kept.get(tile);
        if (known != null) {
            return Verdict.valid(known);
        }
        Optional<byte[]> read;
        try {
            read = source.hashes(tile);
        } catch (IOException e) {
            return Verdict.unverifiable(
                    Reason.SOURCE_UNREADABLE, tile.path() + ": " + e.getMessage());
        }
        if (read.isEmpty()) {
            return Verdict.invalid(Reason.TILE_MISSING, tile.path());
        }
        byte[] hashes = read.get();
        if (hashes.length != tile.bytes()) {
            return Verdict.invalid(Reason.TILE_LENGTH, tile.path());
        }
        kept.put(tile, hashes);
        if (kept.size() > KEPT_TILES) {
            kept.remove(kept.keySet().iterator().next());
        }
        return Verdict.valid(hashes);
    }
}
