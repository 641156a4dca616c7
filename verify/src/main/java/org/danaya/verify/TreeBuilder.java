package org.danaya.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A tree that grows at its right end: it takes entries in the log's order and gives each tile when
 * it is full (C2SP tlog-tiles, "Merkle Tree"). It keeps only the tree's right edge, at most eight
 * tiles of 8 KiB, and makes no garbage for each entry. For one thread at a time.
 *
 * <p>To append a batch that may fail: {@link #copy} it, add to the copy, write what the sink was
 * given and {@link #partialTiles}, sign {@link #root}, and keep the copy only once all of that is
 * durable.
 */
public final class TreeBuilder {

    /** Takes tiles. The bytes are the sink's to keep. */
    @FunctionalInterface
    public interface TileSink {
        void tile(TilePath.Hashes tile, byte[] hashes);
    }

    /** 256^8 leaves are 2^64. */
    private static final int LEVELS = 8;

    private static final int BITS = 8;

    private final byte[][] edge = new byte[LEVELS][];
    private final int[] width = new int[LEVELS];
    private final TreeHasher hasher = new TreeHasher();
    private final TileSink sink;
    private long size;

    private TreeBuilder(TileSink sink) {
        this.sink = sink;
    }

    /** The tree without leaves. */
    public static TreeBuilder empty(TileSink sink) {
        return new TreeBuilder(sink);
    }

    /** The tree without leaves, where only the root is wanted. */
    public static TreeBuilder empty() {
        return new TreeBuilder((tile, hashes) -> {});
    }

    /**
     * The tree of a log that is there already, from the tiles of its right edge. They are not
     * checked against a checkpoint: compare {@link #root} with its root.
     *
     * @throws IllegalArgumentException where the size is negative
     */
    public static Verdict<TreeBuilder> resume(long size, TileSource source, TileSink sink) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree of negative size");
        }
        TreeBuilder builder = new TreeBuilder(sink);
        builder.size = size;
        for (int level = 0; level < LEVELS; level++) {
            int partial = (int) (size >>> (BITS * level)) & (TilePath.FULL - 1);
            if (partial == 0) {
                continue;
            }
            var tile = new TilePath.Hashes(level, builder.edgeIndex(level), partial);
            try {
                Optional<byte[]> hashes = source.hashes(tile);
                if (hashes.isEmpty()) {
                    return Verdict.invalid(Reason.TILE_MISSING, tile.path());
                }
                if (hashes.get().length != tile.bytes()) {
                    return Verdict.invalid(Reason.TILE_LENGTH, tile.path());
                }
                System.arraycopy(hashes.get(), 0, builder.edge(level), 0, tile.bytes());
            } catch (IOException e) {
                return Verdict.unverifiable(
                        Reason.SOURCE_UNREADABLE, tile.path() + ": " + e.getMessage());
            }
            builder.width[level] = partial;
        }
        return Verdict.valid(builder);
    }

    /** The same tree, which grows independently from now on. */
    public TreeBuilder copy(TileSink other) {
        TreeBuilder copy = new TreeBuilder(other);
        copy.size = size;
        for (int level = 0; level < LEVELS; level++) {
            if (width[level] > 0) {
                copy.width[level] = width[level];
                System.arraycopy(
                        edge(level), 0, copy.edge(level), 0, width[level] * TreeHash.BYTES);
            }
        }
        return copy;
    }

    /** Leaves in the tree. */
    public long size() {
        return size;
    }

    /** Appends an entry, whose leaf hash is that of RFC 9162 §2.1.1. */
    public void add(byte[] entry) {
        hasher.leaf(entry, 0, entry.length, edge(0), width[0] * TreeHash.BYTES);
        appended();
    }

    /** Appends a leaf whose hash is known. */
    public void addHash(TreeHash leaf) {
        leaf.copyTo(edge(0), width[0] * TreeHash.BYTES);
        appended();
    }

    /** Appends leaf hashes that lie one behind the other. */
    void addHashes(byte[] hashes, int count) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(
                    hashes, i * TreeHash.BYTES, edge(0), width[0] * TreeHash.BYTES, TreeHash.BYTES);
            appended();
        }
    }

    /**
     * Appends 256 leaves of which only the subtree's root is given; the sink does not get their
     * tile. The tree's size must be a multiple of 256.
     */
    void addFullTile(byte[] subtreeRoot) {
        if (width[0] != 0) {
            throw new IllegalStateException("The last tile is not full yet");
        }
        size += TilePath.FULL;
        System.arraycopy(subtreeRoot, 0, edge(1), width[1] * TreeHash.BYTES, TreeHash.BYTES);
        width[1]++;
        carry(1);
    }

    private void appended() {
        size++;
        width[0]++;
        carry(0);
    }

    private void carry(int from) {
        for (int level = from; width[level] == TilePath.FULL; level++) {
            long index = (size >>> (BITS * (level + 1))) - 1;
            byte[] full = edge(level);
            sink.tile(new TilePath.Hashes(level, index, TilePath.FULL), full.clone());
            hasher.perfect(
                    full, 0, TilePath.FULL, edge(level + 1), width[level + 1] * TreeHash.BYTES);
            width[level] = 0;
            width[level + 1]++;
        }
    }

    /** The tree's root (RFC 9162 §2.1.1). */
    public TreeHash root() {
        byte[] root = new byte[TreeHash.BYTES];
        byte[] subtree = new byte[TreeHash.BYTES];
        boolean any = false;
        // From the right: the smallest perfect subtrees are at the end of the lowest level.
        for (int level = 0; level < LEVELS; level++) {
            int end = width[level];
            while (end > 0) {
                int count = Integer.lowestOneBit(end);
                int offset = (end - count) * TreeHash.BYTES;
                if (any) {
                    hasher.perfect(edge(level), offset, count, subtree, 0);
                    hasher.node(subtree, 0, root, 0, root, 0);
                } else {
                    hasher.perfect(edge(level), offset, count, root, 0);
                    any = true;
                }
                end -= count;
            }
        }
        return any ? TreeHash.of(root) : TreeHash.empty();
    }

    /**
     * Gives the partial tiles that a checkpoint of this size needs, from the lowest level up
     * (tlog-tiles, "Partial Tiles").
     */
    public void partialTiles(TileSink to) {
        for (int level = 0; level < LEVELS; level++) {
            if (width[level] > 0) {
                var tile = new TilePath.Hashes(level, edgeIndex(level), width[level]);
                to.tile(tile, Arrays.copyOf(edge(level), tile.bytes()));
            }
        }
    }

    private long edgeIndex(int level) {
        return level == LEVELS - 1 ? 0 : size >>> (BITS * (level + 1));
    }

    private byte[] edge(int level) {
        byte[] hashes = edge[level];
        if (hashes == null) {
            hashes = new byte[TreeHasher.TILE_BYTES];
            edge[level] = hashes;
        }
        return hashes;
    }
}
