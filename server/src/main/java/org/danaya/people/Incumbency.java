package org.danaya.people;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's time in a position.
 *
 * @param version counts what was recorded; an edit names the version that it began from
 * @param acting whether the person only stands in for a holder who is away or not appointed yet
 * @param form the form of the title that the person bears
 * @param from the first day
 * @param until the first day on which it doesn't hold any more; the same as {@code from} if it was
 *     undone before it began; null while no end is decided
 * @param act the reference of the act of appointment
 * @param endAct the reference of the act that ends it, if there is one
 * @param endCause why it ends; null while no end is decided
 */
public record Incumbency(
        UUID id,
        UUID position,
        Person person,
        int version,
        boolean acting,
        Position.TitleForm form,
        LocalDate from,
        @Nullable LocalDate until,
        String act,
        @Nullable String endAct,
        @Nullable EndCause endCause) {

    /** Why an incumbency ends. Words under {@code people.end-cause.CODE}. */
    public enum EndCause {
        /** Its term was set, or an act ends it. */
        ENDED,
        /** Another person was appointed. */
        REPLACED,
        /** The position ends. */
        POSITION_ENDED,
        /** The structure ends. */
        STRUCTURE_ENDED;

        /** The stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether the person holds the position on a day. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** Whether it is over on a day, or was undone before it began. */
    public boolean endedOn(LocalDate day) {
        return until != null && (!day.isBefore(until) || until.equals(from));
    }
}
