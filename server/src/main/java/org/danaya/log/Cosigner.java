package org.danaya.log;

import org.danaya.verify.SignedNote;

/**
 * Has a checkpoint signed by others, after its tiles are durable and before it is published.
 *
 * <p>It may be asked again for the same checkpoint, and for a later one that includes one which it
 * withheld. It runs in the sequencer's thread: leaves wait as long as it takes, so it keeps to a
 * limit of its own.
 */
public interface Cosigner {

    /** What came of it. */
    sealed interface CosignOutcome {

        /** The checkpoint as it is to be published; the log's own signatures are still in it. */
        record Cosigned(SignedNote checkpoint) implements CosignOutcome {}

        /**
         * Not to be published for now. The sequencer tries again.
         *
         * @param why in English for a technical reader
         */
        record Withheld(String why) implements CosignOutcome {}
    }

    /** Adds signatures to a checkpoint that the log has signed. */
    CosignOutcome cosign(SignedNote checkpoint);

    /**
     * Whether the last checkpoint was let through without signatures that it should have, and may
     * get them now: then it is signed and brought here again although nothing was appended.
     */
    default boolean owes() {
        return false;
    }
}
