package org.danaya.log;

import java.time.Instant;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.SignedNote;

/** Signs for the log. */
interface CheckpointSigner {

    /**
     * Signs a checkpoint.
     *
     * @throws IllegalStateException where a key can't
     */
    SignedNote sign(Checkpoint checkpoint, Instant now);
}
