package org.danaya.log;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.danaya.crypto.KeyFolder;
import org.danaya.log.disk.LogFolder;
import org.danaya.verify.Checkpoint;
import org.danaya.verify.SignedNote;

/**
 * What a sequencer works with.
 *
 * @param connections opens new connections, for the one that holds the lock
 * @param origin as configured
 * @param signing what stands between the keys and the checkpoint; a test makes it fail
 * @param room whether the disk has room for more leaves; where not, they wait
 * @param restored a file that is there after a restore, until the operator lets the log go on
 * @param batch how many leaves are placed at once, at most
 * @param refresh after how long a checkpoint is signed again
 */
record SequencerTools(
        DataSource connections,
        String origin,
        KeyFolder keys,
        LogFolder folder,
        UnaryOperator<Signer> signing,
        Cosigner cosigner,
        Publications published,
        BooleanSupplier room,
        Path restored,
        Clock clock,
        int batch,
        Duration refresh) {

    /** Signs for the log. */
    interface Signer {

        /**
         * Signs a checkpoint.
         *
         * @throws IllegalStateException where a key can't
         */
        SignedNote sign(Checkpoint checkpoint, Instant now);
    }
}
