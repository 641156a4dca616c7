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
record Days(Clock clock, ZoneId zone) {

    Instant now() {
        return Moments.now(clock);
    }

    LocalDate today() {
        return day(now());
    }

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The last instant of a day that has been: now for today. */
    Instant end(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
        Instant now = now();
        return end.isBefore(now) ? end : now;
    }
}
