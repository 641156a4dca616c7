package org.danaya.defence.detection.run;

import java.time.Instant;
import java.util.Optional;

/**
 * The time that is asked for. An event that doesn't tell its time lies within: nothing is left out
 * that may belong to it.
 *
 * @param from the first instant; empty where there is none
 * @param to the first instant behind
 */
record Window(Optional<Instant> from, Optional<Instant> to) {

    boolean isEverything() {
        return from.isEmpty() && to.isEmpty();
    }

    /** Whether no instant lies within. */
    boolean isEmpty() {
        return from.isPresent() && to.isPresent() && !from.get().isBefore(to.get());
    }

    boolean holds(Optional<Instant> time) {
        return time.map(
                        at ->
                                from.map(first -> !at.isBefore(first)).orElse(true)
                                        && to.map(at::isBefore).orElse(true))
                .orElse(true);
    }
}
