package org.danaya.verify;

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
