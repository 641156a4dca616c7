package org.danaya.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work, as the page of jobs shows it.
 *
 * @param id the row's number where it has one; 0 for what waits
 * @param instance what makes it the same as another of its job
 * @param state what became of it: {@code WAITING}, {@code RUNNING}, {@code DONE}, {@code FAILED},
 *     {@code GIVEN_UP} or {@code LOST}
 * @param attempts how many runs failed, or which run this was
 * @param at when it is due, was started, or ended
 * @param started when the run began; null for what didn't run
 * @param reason why it failed; empty where it didn't
 */
public record JobRow(
        long id,
        String job,
        String instance,
        String state,
        int attempts,
        Instant at,
        @Nullable Instant started,
        String reason) {

    /** How long the run took, in milliseconds; 0 where it didn't run. */
    public long milliseconds() {
        return started == null ? 0 : at.toEpochMilli() - started.toEpochMilli();
    }
}
