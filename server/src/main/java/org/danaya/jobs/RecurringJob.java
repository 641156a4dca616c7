package org.danaya.jobs;

import java.time.Duration;

/**
 * Work that comes back. Declare one as a bean for each.
 *
 * <p>A run that fails is tried again after a pause that doubles from 30 seconds, or at the next
 * time of its rhythm if that is sooner. It is never given up. Two runs never overlap.
 *
 * @param name the module, a dot, and words with hyphens, such as {@code audit.anchor}
 * @param limit the longest time that one run may take; then it is interrupted and has failed
 * @param work what is done, in a virtual thread, outside any transaction
 */
public record RecurringJob(String name, Rhythm rhythm, Duration limit, Work work) {

    static final Retry RETRY = new Retry(1, Duration.ofSeconds(30), Duration.ofHours(1));

    public RecurringJob {
        if (!JobType.NAME.matcher(name).matches() || !limit.isPositive()) {
            throw new IllegalArgumentException(name + " " + limit);
        }
    }

    /** What is done each time. */
    @FunctionalInterface
    public interface Work {

        /**
         * Does it.
         *
         * @throws Exception if it couldn't be done this time
         */
        void run() throws Exception;
    }
}
