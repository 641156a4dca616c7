package org.danaya.trust.timestamp;

import java.time.Duration;
import java.time.Instant;

/** Whether the clock may be trusted, and why not. */
sealed interface ClockState {

    record Trusted() implements ClockState {}

    /** The wall clock and the monotonic one disagreed; trusted again after that moment. */
    record Stepped(Duration by, Instant until) implements ClockState {}

    /** The clock is before a time that was given already, perhaps before a restart. */
    record Behind(Instant given) implements ClockState {}

    /** The operator's time servers say otherwise: the clock is ahead by so much of most of them. */
    record Drifted(Duration by) implements ClockState {}

    /** None of the operator's time servers has answered for too long, or yet. */
    record Unheard() implements ClockState {}
}
