package org.danaya.mandates;

import java.time.LocalDate;

/**
 * Days, in the country's time.
 *
 * @param from the first
 * @param until the first that isn't one any more; after {@code from}
 */
public record Period(LocalDate from, LocalDate until) {

    /** Checks the order. */
    public Period {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException(from + " to " + until);
        }
    }

    /** Whether a day is one of them. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** Whether all of them are days of another. */
    public boolean within(Period other) {
        return !from.isBefore(other.from) && !until.isAfter(other.until);
    }

    /** Whether they share a day. */
    public boolean meets(Period other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    /** The last day. */
    public LocalDate last() {
        return until.minusDays(1);
    }
}
