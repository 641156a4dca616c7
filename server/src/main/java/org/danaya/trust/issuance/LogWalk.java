package org.danaya.trust.issuance;

import java.io.IOException;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.EntryBundle;
import org.danaya.verify.LeafEntry;
import org.danaya.verify.Parsed;
import org.danaya.verify.TilePath;
import org.danaya.verify.TileSource;
import org.danaya.verify.TreeBuilder;

/** Goes through every entry of a published log, and makes its root again. */
final class LogWalk {

    private final TileSource source;
    private final Checkpoint checkpoint;

    LogWalk(TileSource source, Checkpoint checkpoint) {
        this.source = source;
        this.checkpoint = checkpoint;
    }

    /** Takes entries in the order of the log. */
    @FunctionalInterface
    interface Step {
        void take(long index, LeafEntry entry) throws IOException;
    }

    /**
     * Gives every entry of Danaya's form.
     *
     * @return whether the entries make the root that the checkpoint has
     * @throws IOException where a file is missing, or isn't of its form
     */
    boolean run(Step step) throws IOException {
        TreeBuilder tree = TreeBuilder.empty();
        for (long bundle = 0; tree.size() < checkpoint.size(); bundle++) {
            int width = (int) Math.min(TilePath.FULL, checkpoint.size() - tree.size());
            for (byte[] entry : bundle(bundle, width).entries()) {
                if (LeafEntry.parse(entry) instanceof Parsed.Ok<LeafEntry>(LeafEntry leaf)) {
                    step.take(tree.size(), leaf);
                }
                tree.add(entry);
            }
        }
        return tree.root().equals(checkpoint.root());
    }

    private EntryBundle bundle(long index, int width) throws IOException {
        String path = new TilePath.Entries(index, width).path();
        byte[] bytes = source.read(path).orElseThrow(() -> new IOException("there is no " + path));
        return switch (EntryBundle.parse(bytes, width)) {
            case Parsed.Ok<EntryBundle>(EntryBundle entries) -> entries;
            case Parsed.Malformed<EntryBundle> wrong -> throw new IOException(path + ": " + wrong);
        };
    }
}
