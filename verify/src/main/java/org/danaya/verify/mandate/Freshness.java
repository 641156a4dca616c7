package org.danaya.verify.mandate;

import java.time.Duration;
import java.time.Instant;

/**
 * How old the information behind a verdict is.
 *
 * @param known when it was signed, or read from the register
 * @param at the instant that the verdict is about
 * @param limit the age beyond which the reader wants it confirmed
 * @param outdated whether it should have been renewed before
 * @param clock what is wrong with the reader's clock
 * @param takenBack whether the snapshot takes back a revocation that this verifier has seen: its
 *     server lies
 * @param doubted whether the public log that the snapshot stands under contradicts what this
 *     verifier has seen, or isn't proven to continue it ({@link Remembered.Observation#doubtful})
 */
public record Freshness(
        Instant known,
        Instant at,
        Duration limit,
        boolean outdated,
        ClockRemark clock,
        boolean takenBack,
        boolean doubted) {

    /** Information whose source nothing speaks against. */
    public Freshness(
            Instant known,
            Instant at,
            Duration limit,
            boolean outdated,
            ClockRemark clock,
            boolean takenBack) {
        this(known, at, limit, outdated, clock, takenBack, false);
    }

    /** The age beyond which a reader who has set none wants information confirmed. */
    public static final Duration DEFAULT_LIMIT = Duration.ofDays(7);

    /** Straight from the register. */
    public static Freshness live(Instant at) {
        return new Freshness(at, at, DEFAULT_LIMIT, false, ClockRemark.NONE, false);
    }

    /** The information's age. */
    public Duration age() {
        Duration age = Duration.between(known, at);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Whether a VALID should be told "à confirmer". */
    public boolean toConfirm() {
        return outdated
                || takenBack
                || doubted
                || clock != ClockRemark.NONE
                || age().compareTo(limit) > 0;
    }

    /** The same on a clock of which this is known. */
    public Freshness with(ClockRemark remark) {
        return new Freshness(known, at, limit, outdated, remark, takenBack, doubted);
    }

    /** The same from a source that is in doubt. */
    public Freshness inDoubt() {
        return new Freshness(known, at, limit, outdated, clock, takenBack, true);
    }
}
