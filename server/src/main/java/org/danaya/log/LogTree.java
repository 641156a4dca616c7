package org.danaya.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.danaya.verify.EntryBundle;
import org.danaya.verify.TilePath;
import org.danaya.verify.TileSource;
import org.danaya.verify.TreeBuilder;
import org.danaya.verify.TreeHash;
import org.danaya.verify.Verdict;

/** A tree at one size: its right edge, and the entries of its last, unfinished bundle. */
final class LogTree {

    private static final int LEVEL_BITS = 8;

    private final TreeBuilder builder;
    private final List<byte[]> tail;

    private LogTree(TreeBuilder builder, List<byte[]> tail) {
        this.builder = builder;
        this.tail = List.copyOf(tail);
    }

    /** A tree that has grown, and the files that are new with it, in the order to write them. */
    record Growth(LogTree grown, Map<TilePath, byte[]> files) {}

    static LogTree empty() {
        return new LogTree(TreeBuilder.empty(), List.of());
    }

    /**
     * The tree whose files are there.
     *
     * @param tail the entries of its last, unfinished bundle, in order
     */
    static Verdict<LogTree> resume(long size, TileSource source, List<byte[]> tail) {
        return TreeBuilder.resume(size, source, LogTree::ignore)
                .then(builder -> Verdict.valid(new LogTree(builder, tail)));
    }

    /** Where the bundle that holds the next entry begins. */
    static long tailStart(long size) {
        return size & -TilePath.FULL;
    }

    long size() {
        return builder.size();
    }

    TreeHash root() {
        return builder.root();
    }

    TreeHeadTable.Head head() {
        return new TreeHeadTable.Head(size(), root());
    }

    /** The tree with more entries. This one stays as it is. */
    Growth grow(List<byte[]> entries) {
        Map<TilePath, byte[]> files = new LinkedHashMap<>();
        TreeBuilder grown = builder.copy(files::put);
        entries.forEach(grown::add);
        List<byte[]> bundle = new ArrayList<>(tail);
        long index = tailStart(size()) / TilePath.FULL;
        for (byte[] entry : entries) {
            bundle.add(entry);
            if (bundle.size() == TilePath.FULL) {
                files.put(new TilePath.Entries(index, TilePath.FULL), bytes(bundle));
                bundle.clear();
                index++;
            }
        }
        if (!bundle.isEmpty() && !entries.isEmpty()) {
            files.put(new TilePath.Entries(index, bundle.size()), bytes(bundle));
        }
        grown.partialTiles(
                (tile, hashes) -> {
                    if (changed(tile.level(), grown.size())) {
                        files.put(tile, hashes);
                    }
                });
        return new Growth(new LogTree(grown, bundle), files);
    }

    /** Every partial tile and bundle that a checkpoint of this size needs. */
    Map<TilePath, byte[]> partials() {
        Map<TilePath, byte[]> files = new LinkedHashMap<>();
        builder.partialTiles(files::put);
        if (!tail.isEmpty()) {
            long index = tailStart(size()) / TilePath.FULL;
            files.put(new TilePath.Entries(index, tail.size()), bytes(tail));
        }
        return files;
    }

    /** Whether the level's last tile has other hashes than at this tree's size. */
    private boolean changed(int level, long grownSize) {
        return size() >>> (LEVEL_BITS * level) != grownSize >>> (LEVEL_BITS * level);
    }

    private static void ignore(TilePath.Hashes tile, byte[] hashes) {}

    private static byte[] bytes(List<byte[]> entries) {
        return EntryBundle.of(entries).toBytes();
    }
}
