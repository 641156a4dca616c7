/**
 * The public log: leaves are appended with the acts that they record, placed in a Merkle tree,
 * written as tiles (C2SP tlog-tiles) and published in signed checkpoints (C2SP tlog-checkpoint).
 *
 * <p>A leaf is <em>waiting</em> from the commit of its act on, <em>placed</em> once it has an
 * index, and <em>integrated</em> once a published checkpoint covers it; {@link
 * org.danaya.log.LeafIntegrated} tells so. One {@code Sequencer} per database does this in steps:
 * place the waiting leaves and record the new root in one transaction; write entry bundles and
 * tiles, synchronised; sign; ask the {@link org.danaya.log.Cosigner}; publish the checkpoint,
 * synchronised; mark it published. Each step can be done again after a crash: the tree is a
 * function of the database.
 *
 * <p>Invariants: a committed leaf is never lost and never moves; no index is given twice; one size
 * has one root, recorded before it is signed; a published checkpoint has its tiles on disk. What is
 * in the log is a salted commitment: no personal data, and erasing salt and content leaves nothing
 * to guess with.
 *
 * <p>It must never sign when database and files disagree, or after a write behind a commitment
 * failed: it halts, says why, and waits for {@code danaya log recover}. Appends still commit.
 */
@ApplicationModule(
        displayName = "Log",
        allowedDependencies = {"base", "store", "crypto"})
@NullMarked
package org.danaya.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
