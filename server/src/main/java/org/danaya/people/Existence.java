package org.danaya.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a structure exists on a day. Words under {@code people.existence.CODE}. */
public sealed interface Existence {

    /** The stable code, in addresses and the API. */
    String code();

    /** It doesn't exist yet. {@code from} is the day foreseen, if one is. */
    record Planned(@Nullable LocalDate from) implements Existence {
        @Override
        public String code() {
            return "planned";
        }
    }

    /**
     * It exists.
     *
     * @param from since when, if it is known
     * @param until the day on which it will end, if that is decided
     */
    record Active(@Nullable LocalDate from, @Nullable LocalDate until) implements Existence {
        @Override
        public String code() {
            return "active";
        }
    }

    /**
     * It existed.
     *
     * @param from since when, if it is known
     * @param until the first day on which it didn't exist any more
     */
    record Ended(@Nullable LocalDate from, LocalDate until) implements Existence {
        @Override
        public String code() {
            return "ended";
        }
    }
}
