package org.danaya.consultation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.danaya.store.Moments;

/**
 * The country and its days.
 *
 * @param zone in which days begin
 * @param country ISO 3166, two letters in lower case
 */
public record Calendar(Clock clock, ZoneId zone, String country) {

    /** Now, as exactly as it is kept. */
    public Instant now() {
        return Moments.now(clock);
    }

    /** The day that it is. */
    public LocalDate today() {
        return day(now());
    }

    /** The day of an instant. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
