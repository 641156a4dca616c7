package org.danaya.jobs;

import java.time.Duration;

/**
 * How often failing work is tried, and how long it waits in between: the first pause, then twice as
 * long each time.
 *
 * @param attempts how many runs at most, the first one included; 1 to 100
 * @param first the pause after the first failure
 * @param longest the longest pause
 */
public record Retry(int attempts, Duration first, Duration longest) {

    /** Eight attempts over about twenty minutes. */
    public static final Retry USUAL = new Retry(8, Duration.ofSeconds(10), Duration.ofHours(1));

    /** One attempt. */
    public static final Retry NEVER = new Retry(1, Duration.ZERO, Duration.ZERO);

    private static final int MOST_DOUBLINGS = 30;

    public Retry {
        if (attempts < 1 || attempts > 100 || first.isNegative() || longest.isNegative()) {
            throw new IllegalArgumentException("Attempts from 1 to 100, pauses of no less than 0");
        }
    }

    /**
     * The pause after a failure.
     *
     * @param failures how many runs have failed in a row; at least 1
     */
    Duration pause(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
