package org.danaya.mandates.calendar;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * Something that ends.
 *
 * @param id of the mandate, the office or the delegation
 * @param number the register's; 0 for an office, which has none
 * @param name who holds the mandate, or which event it is; empty for an office
 * @param about the holder's function, or the place; the act that an office rests on
 * @param structure in whose name
 * @param last the last of its days
 */
public record End(
        Kind kind,
        UUID id,
        long number,
        String name,
        String about,
        UUID structure,
        LocalDate last) {

    /** What ends. Words under {@code mandates.calendar.kind.CODE}. */
    public enum Kind {
        /** A mandate of no delegation. */
        MANDATE,
        /** The powers of a position. */
        OFFICE,
        /** A delegation, and with it the mandates of its members. */
        DELEGATION;

        /** Its stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
