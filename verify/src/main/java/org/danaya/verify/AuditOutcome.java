package org.danaya.verify;

/** How an audit of a whole log ended. */
public sealed interface AuditOutcome {

    /**
     * What was looked at.
     *
     * @param entries whose leaf hash was made again and compared
     * @param files that were compared, the checkpoint not counted
     * @param beyond files that are there for a larger tree than the checkpoint's, which no signed
     *     root covers yet: they were not looked at
     */
    record Counts(long entries, long files, long beyond) {

        Counts plus(long moreEntries, long moreFiles, long moreBeyond) {
            return new Counts(entries + moreEntries, files + moreFiles, beyond + moreBeyond);
        }
    }

    Counts counts();

    /** Every hash follows from the entries, and the root is the checkpoint's. */
    record Sound(Checkpoint checkpoint, Counts counts) implements AuditOutcome {}

    /**
     * Something differs; this is the first, in the log's order.
     *
     * @param path of the file, as in a {@link TileSource}
     * @param entry the first entry that it concerns, from 0, or -1 where it is about the whole
     */
    record Different(Reason reason, String path, long entry, String detail, Counts counts)
            implements AuditOutcome {}

    /** It could not be known, for a cause outside of the log's bytes. */
    record Unverifiable(Reason reason, String path, String detail, Counts counts)
            implements AuditOutcome {}
}
