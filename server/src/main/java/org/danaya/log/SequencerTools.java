package org.danaya.log;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.danaya.crypto.KeyFolder;

/**
 * What a sequencer works with.
 *
 * @param connections opens new connections, for the one that holds the lock
 * @param origin as configured
 * @param signing what stands between the keys and the checkpoint; a test makes it fail
 * @param room whether the disk has room for more leaves; where not, they wait
 * @param batch how many leaves are placed at once, at most
 * @param refresh after how long a checkpoint is signed again
 */
record SequencerTools(
        DataSource connections,
        String origin,
        KeyFolder keys,
        LogFolder folder,
        UnaryOperator<CheckpointSigner> signing,
        Cosigner cosigner,
        Publications published,
        BooleanSupplier room,
        Clock clock,
        int batch,
        Duration refresh) {}
