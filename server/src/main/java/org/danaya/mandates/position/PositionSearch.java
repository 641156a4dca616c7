package org.danaya.mandates.position;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.mandates.position.OfficialPosition.Head;

/**
 * Which positions to list.
 *
 * @param text words of the subject, the text or the structure, whatever case and accents; or a
 *     number such as {@code P-12}; or a short code; empty for all
 * @param on those that were in force at the end of this day
 * @param known only those that everybody may know of
 * @param reach of whoever looks; everywhere for those that everybody may know of
 */
public record PositionSearch(
        String text,
        Optional<Standing> standing,
        Optional<PositionKind> kind,
        Optional<UUID> structure,
        Optional<LocalDate> on,
        boolean known,
        Reach reach) {

    /** To sort by when it came in force, and before that by when it was written. */
    public static final String BY_TIME = "coalesce(in_force_at, drafted_at)";

    /** To sort by number. */
    public static final String BY_NUMBER = "number";

    /** The states of positions as lists tell them. Words under {@code positions.state.CODE}. */
    public enum Standing {
        /** A draft. */
        DRAFT,
        /** Validated and not signed. */
        VALIDATED,
        /** Signed and not known. */
        EMBARGOED,
        /** In force. */
        IN_FORCE,
        /** In force once, until its last day. */
        LAPSED,
        /** Replaced. */
        REPLACED,
        /** Given up or taken back. */
        WITHDRAWN
    }

    /** All within a reach. */
    public static PositionSearch of(Reach reach) {
        return new PositionSearch(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                reach);
    }

    /** All that everybody may know of. */
    public static PositionSearch ofEverybody() {
        return new PositionSearch(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                new Reach.Everywhere());
    }

    /** The same for one state. */
    public PositionSearch in(Standing other) {
        return new PositionSearch(text, Optional.of(other), kind, structure, on, known, reach);
    }

    /**
     * A position in a list.
     *
     * @param state the code of a {@link Standing}
     * @param number empty before it came in force
     */
    public record Found(
            Head head, String state, Optional<Long> number, Optional<Instant> inForceAt) {

        /** What people call it: P-12, R-3 where not everybody is told, and before that its code. */
        public String name() {
            return PositionNames.of(head, number);
        }
    }
}
