package org.danaya.text.redline;

import org.danaya.text.flow.Place;

/**
 * How a part of one version came to be a part of another.
 *
 * @param kind what became of it
 * @param before the part that it was
 * @param after the part that it is
 */
public record Link(Kind kind, Place before, Place after) {

    /** What becomes of parts. */
    public enum Kind {
        /** It is the same part, whatever its number, place and words. */
        SAME,
        /** A new part that says what another said, which goes on with the rest. */
        SPLIT,
        /** A part that is gone, and that another part says now. */
        MERGED
    }
}
