package org.danaya.mandates;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Reach;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;

/**
 * Which mandates to list.
 *
 * @param text words of the holder's name and function and of the structures, whatever case and
 *     accents; or a number such as {@code M-12}, or a short code; empty for all
 * @param structure in whose name they are
 * @param power one that is left to them
 * @param endingWithin so many days from today, of those in force or suspended
 * @param holder who holds them
 * @param reach of whoever looks
 */
public record MandateSearch(
        String text,
        Optional<Standing> standing,
        Optional<UUID> structure,
        Optional<Power> power,
        Optional<MandateKind> kind,
        Optional<Integer> endingWithin,
        Optional<UUID> holder,
        Reach reach) {

    /** The most that a search counts, unless it is of everything. */
    public static final int MOST_COUNTED = 10_000;

    /** To sort by the number: what {@code order by} says. */
    public static final String BY_NUMBER = "number";

    /** To sort by the end. */
    public static final String BY_END = "ends";

    /** The states of mandates as lists tell them. Words under {@code mandates.state.CODE}. */
    public enum Standing {
        /** A draft. */
        DRAFT,
        /** Approved and not signed. */
        APPROVED,
        /** Signed and not public. */
        SIGNED,
        /** In force. */
        IN_FORCE,
        /** Suspended. */
        SUSPENDED,
        /** Revoked. */
        REVOKED,
        /** Replaced. */
        REPLACED,
        /** Over by itself. */
        EXPIRED,
        /** Given up before it was signed. */
        WITHDRAWN
    }

    /**
     * Some of those that a search finds.
     *
     * @param total how many it finds, {@link #MOST_COUNTED} at most
     */
    public record Page(List<Found> rows, long total) {}

    /** All within a reach. */
    public static MandateSearch of(Reach reach) {
        return new MandateSearch(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reach);
    }

    /** The same for one state. */
    public MandateSearch in(Standing other) {
        return new MandateSearch(
                text, Optional.of(other), structure, power, kind, endingWithin, holder, reach);
    }

    /** The same for those that end within so many days. */
    public MandateSearch ending(int days) {
        return new MandateSearch(
                text, standing, structure, power, kind, Optional.of(days), holder, reach);
    }

    /** The same for one holder. */
    public MandateSearch heldBy(UUID person) {
        return new MandateSearch(
                text, standing, structure, power, kind, endingWithin, Optional.of(person), reach);
    }

    /**
     * A mandate in a list: what is left of it by itself, whatever its grantor has.
     *
     * @param state its code
     * @param ends the first day on which it doesn't hold any more
     */
    public record Found(Mandate.Head head, String state, Powers left, LocalDate ends) {}
}
