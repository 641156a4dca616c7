package org.danaya.verify.mandate;

import java.time.Duration;
import java.time.Instant;

/** What is found about the clock of the device that verifies. */
public enum ClockRemark {
    NONE,
    /** It is earlier than what was signed already. */
    BEHIND,
    /** It is later than a server that was just asked says. */
    AHEAD;

    /** By how much a clock may differ without a remark. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    /**
     * Compares with a time from elsewhere: what a server says now.
     *
     * @param now by the device's clock
     */
    public static ClockRemark of(Instant now, Instant heard) {
        if (now.isBefore(heard.minus(TOLERANCE))) {
            return BEHIND;
        }
        return now.isAfter(heard.plus(TOLERANCE)) ? AHEAD : NONE;
    }

    /** Compares with the time at which something was signed: it is later than that. */
    static ClockRemark after(Instant now, Instant signed) {
        return now.isBefore(signed.minus(TOLERANCE)) ? BEHIND : NONE;
    }
}
