package org.danaya.text.redline;

import org.danaya.text.flow.Place;

/**
 * One change that somebody answers for: words next to each other, a line, a row, a move, a number.
 *
 * @param id the same for the same change, wherever it stands: 32 hexadecimal digits
 * @param kind what changed
 * @param before the part as it was; {@link Place#NOWHERE} for what is new
 * @param after the part as it is; {@link Place#NOWHERE} for what is gone
 * @param former the words that are gone; may be empty
 * @param later the words that came; may be empty
 */
public record Hunk(String id, Kind kind, Place before, Place after, String former, String later) {

    /** What changed. */
    public enum Kind {
        /** Words within a line. */
        WORDS,
        /** A line, a row or a table that is new. */
        INSERTED,
        /** A line, a row or a table that is gone. */
        DELETED,
        /** A line that stands elsewhere. */
        MOVED,
        /** A number, the words being the same or changed apart. */
        RENUMBERED,
        /** The same words, which look otherwise or lead elsewhere. */
        RESTYLED,
        /** What the line is to its reader: how deep it lies, what it opens. */
        RESHAPED
    }

    /** The part that it is about: as it is, or as it was where it is gone. */
    public Place place() {
        return after.equals(Place.NOWHERE) ? before : after;
    }
}
