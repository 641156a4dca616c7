package org.danaya.verify;

/** A leaf that is in a log. Only {@link TlogProof#verify} makes one. */
public final class LoggedLeaf {

    private final TreeHash leaf;
    private final long index;
    private final WitnessedCheckpoint checkpoint;

    LoggedLeaf(TreeHash leaf, long index, WitnessedCheckpoint checkpoint) {
        this.leaf = leaf;
        this.index = index;
        this.checkpoint = checkpoint;
    }

    public TreeHash leaf() {
        return leaf;
    }

    /** The leaf's place in the log, from 0. */
    public long index() {
        return index;
    }

    /** The checkpoint whose tree has the leaf, and who signed it. */
    public WitnessedCheckpoint checkpoint() {
        return checkpoint;
    }
}
