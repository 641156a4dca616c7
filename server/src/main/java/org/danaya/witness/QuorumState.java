package org.danaya.witness;

import java.time.Instant;

/** Whether enough witnesses cosign this log. */
public sealed interface QuorumState {

    /** No policy is configured: checkpoints carry the log's own signatures only. */
    record NoPolicy() implements QuorumState {}

    /** No checkpoint was made since the start. */
    record Unknown() implements QuorumState {}

    /** The published checkpoint has its quorum. */
    record Reached(long size, Instant at) implements QuorumState {}

    /** The quorum isn't reached, and what was published before stays. */
    record Waiting(Instant since, Instant until) implements QuorumState {}

    /** The quorum isn't reached for so long that checkpoints are published without it. */
    record Unwitnessed(Instant since) implements QuorumState {}
}
