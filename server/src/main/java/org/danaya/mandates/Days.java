package org.danaya.mandates;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.danaya.store.Moments;

/**
 * The country's days.
 *
 * @param zone in which they begin
 */
public record Days(Clock clock, ZoneId zone) {

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

    /** The last instant of a day that has been: now for today. */
    public Instant end(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
        Instant now = now();
        return end.isBefore(now) ? end : now;
    }
}
