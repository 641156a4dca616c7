package org.danaya.sigma.correlate;

import java.time.Duration;

/**
 * How long hits wait for their order, and how much a {@link Correlator} holds at most. A million
 * groups of one hit each take some 100 MB.
 *
 * @param lateness how much later than the latest event seen an event may come, in event time
 * @param waiting how many hits wait for their order; of more the earliest are taken at once
 * @param groups live groups of all correlations; of more the oldest hits are forgotten
 * @param hits hits within the time spans of all correlations; of more the oldest are forgotten
 * @param bytes of texts, groups' keys, long numbers and hits that wait, 32 a short text; of more
 *     the oldest hits are forgotten
 */
public record Limits(Duration lateness, int waiting, int groups, int hits, long bytes) {
    /** A lateness with which everything waits until the end, or until too much waits. */
    public static final Duration UNTIL_THE_END = Duration.ofSeconds(Long.MAX_VALUE);

    private static final int LARGEST_COUNT = 1 << 26;
    private static final long LARGEST_BYTES = 1L << 31;

    public Limits {
        if (lateness.isNegative()) {
            throw new IllegalArgumentException("A lateness isn't negative");
        }
        atMost(waiting, LARGEST_COUNT);
        atMost(groups, LARGEST_COUNT);
        atMost(hits, LARGEST_COUNT);
        atMost(bytes, LARGEST_BYTES);
    }

    /** A million hits waiting, 2 million groups, 8 million hits and 256 MiB of texts. */
    public static Limits of(Duration lateness) {
        return new Limits(lateness, 1_000_000, 2_000_000, 8_000_000, 256L << 20);
    }

    private static void atMost(long limit, long largest) {
        if (limit < 1 || limit > largest) {
            throw new IllegalArgumentException("A limit lies between 1 and " + largest);
        }
    }
}
