package org.danaya.trust.timestamp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The time for tokens, or the reason why there is none. Every reading compares the wall clock with
 * the monotonic one, so that a step is seen by the first request after it.
 *
 * <p>For any number of threads.
 */
final class TrustedTime {

    /** How far the two clocks may part between two comparisons: far more than slewing does. */
    static final Duration STEP = Duration.ofMillis(100);

    /** Two readings that are farther apart say nothing of each other: the thread was held up. */
    private static final long TOGETHER_NANOS = Duration.ofMillis(10).toNanos();

    private static final long ANCHOR_NANOS = Duration.ofSeconds(10).toNanos();

    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Duration hold;
    private final Duration tolerance;

    // All guarded by this.
    private Instant anchor;
    private long anchorNanos;
    private Instant given;
    private ClockState.Stepped lastStep;
    private ClockState heard;

    /**
     * @param given the latest time that any token ever had
     * @param hold how long the clock must run without a step before it is trusted again
     * @param tolerance how far the time servers may be away
     * @param heard what is known of them at the start: {@link ClockState.Trusted} where none is
     *     configured
     */
    TrustedTime(
            Clock clock,
            LongSupplier nanoTime,
            Instant given,
            Duration hold,
            Duration tolerance,
            ClockState heard) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.hold = hold;
        this.tolerance = tolerance;
        this.given = given;
        this.heard = heard;
        Both now = both();
        this.anchor = now.time();
        this.anchorNanos = now.nanos();
        this.lastStep = new ClockState.Stepped(Duration.ZERO, Instant.MIN);
    }

    /** A reading. */
    sealed interface Reading {

        /** Never before an earlier one; in microseconds. */
        record At(Instant time) implements Reading {}

        record Doubtful(ClockState why) implements Reading {}
    }

    /**
     * Reads the time for a token.
     *
     * @param later whether it must be after, not at, every time that was given before
     */
    synchronized Reading read(boolean later) {
        ClockState state = state();
        if (!(state instanceof ClockState.Trusted)) {
            return new Reading.Doubtful(state);
        }
        Instant now = micros(clock.instant());
        if (later && !now.isAfter(given)) {
            now = given.plusNanos(1_000);
        }
        given = now.isAfter(given) ? now : given;
        return new Reading.At(given);
    }

    /** Whether the clock may be trusted now. */
    synchronized ClockState state() {
        Both both = both();
        Instant now = both.time();
        long passed = both.nanos() - anchorNanos;
        Duration apart = Duration.between(anchor.plusNanos(passed), now);
        if (apart.abs().compareTo(STEP) > 0) {
            lastStep = new ClockState.Stepped(apart, now.plus(hold));
            anchor = now;
            anchorNanos = both.nanos();
        } else if (passed > ANCHOR_NANOS) {
            anchor = now;
            anchorNanos = both.nanos();
        }
        if (now.isBefore(lastStep.until())) {
            return lastStep;
        }
        // A few microseconds are the order of tokens; more is a clock that went back.
        if (now.plus(STEP).isBefore(given)) {
            return new ClockState.Behind(given);
        }
        return heard;
    }

    /** The two clocks, read together. */
    private record Both(Instant time, long nanos) {}

    /**
     * Reads both. Between two readings a thread may wait for others or for the garbage collector:
     * that is no step of the clock, and it is read again.
     */
    private Both both() {
        long before = nanoTime.getAsLong();
        while (true) {
            Instant time = clock.instant();
            long after = nanoTime.getAsLong();
            if (after - before < TOGETHER_NANOS) {
                return new Both(time, after);
            }
            before = after;
        }
    }

    /** The time servers were asked: the clock is ahead of them by so much. */
    synchronized void heard(Duration ahead) {
        heard =
                ahead.abs().compareTo(tolerance) > 0
                        ? new ClockState.Drifted(ahead)
                        : new ClockState.Trusted();
    }

    /** The time servers haven't answered for too long. */
    synchronized void unheard() {
        heard = new ClockState.Unheard();
    }

    /** The latest time that was given. */
    synchronized Instant given() {
        return given;
    }

    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
