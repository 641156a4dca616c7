package org.danaya.log;

/** How far a leaf has come. */
public sealed interface LeafPlace {

    /** Committed, and not yet in the tree. */
    record Waiting() implements LeafPlace {}

    /** In the tree, from 0; published within moments, or already. */
    record Placed(long index) implements LeafPlace {}

    /** Like {@link Placed}, and what it committed to was destroyed. */
    record Erased(long index) implements LeafPlace {}

    private static LeafPlace of(long index, boolean erased) {
        return erased ? new Erased(index) : new Placed(index);
    }

    /** The place of a row. */
    static LeafPlace of(LeafTable.Found found) {
        Long index = found.index();
        return index == null ? new Waiting() : of(index, found.erased());
    }
}
