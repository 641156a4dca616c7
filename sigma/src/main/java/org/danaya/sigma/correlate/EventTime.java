package org.danaya.sigma.correlate;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Times of events as nanoseconds since 1970 in UTC, in a long: from 1677 to 2262. */
public final class EventTime {
    private static final long NANOSECONDS = 1_000_000_000;
    private static final long LARGEST_SECONDS = (Long.MAX_VALUE / NANOSECONDS) - 1;

    private EventTime() {}

    /** The time in nanoseconds; empty where it lies outside of 1677 to 2262. */
    public static OptionalLong of(Instant time) {
        long seconds = time.getEpochSecond();
        return seconds < -LARGEST_SECONDS || seconds > LARGEST_SECONDS
                ? OptionalLong.empty()
                : OptionalLong.of((seconds * NANOSECONDS) + time.getNano());
    }

    /** A duration in nanoseconds, at most as many as a long holds. */
    static long span(Duration duration) {
        return duration.toSeconds() > LARGEST_SECONDS ? Long.MAX_VALUE : duration.toNanos();
    }

    /** The time so long before another, not before the first there is. */
    static long before(long time, long span) {
        return time < Long.MIN_VALUE + span ? Long.MIN_VALUE : time - span;
    }
}
