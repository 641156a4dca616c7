/**
 * Witnesses, on both sides of the wire (C2SP tlog-witness): this installation's log asks others to
 * cosign its checkpoints ({@link org.danaya.witness.Witnesses}), and {@code danaya run --role
 * witness} cosigns those of others ({@link org.danaya.witness.WitnessAlone}); {@code danaya log
 * monitor} follows any log from outside.
 *
 * <p>A witness that we ask is <em>untried</em>, <em>cosigning</em>, <em>failing</em> (it can't be
 * reached or answers wrongly), <em>refusing</em>, or <em>ahead</em>, when it has cosigned a larger
 * tree than ours: somebody else uses our key, or our data was lost.
 *
 * <p>Invariants: what a witness remembers of a log only grows, is durable before a cosignature
 * leaves, and is compared and replaced under one lock; it never forgets a log by accident. A
 * witness that doesn't answer delays a publication for a bounded time and stops no act from being
 * durable. A cosignature counts only after it was verified with the key that the policy names.
 *
 * <p>The witness role uses no database and none of the log's code.
 */
@ApplicationModule(
        displayName = "Witness",
        allowedDependencies = {"base", "store", "crypto", "page", "log", "edge"})
@NullMarked
package org.danaya.witness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
