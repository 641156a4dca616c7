package org.danaya.sigma.regex;

import java.util.List;

/** A regular expression as it is put together. */
sealed interface Tree {

    /** Without end, as the most of a {@link Repeat}. */
    int ENDLESS = -1;

    /** One character of a set. */
    record One(CharSet set) implements Tree {}

    /** One after the other; nothing where there are none. */
    record Sequence(List<Tree> parts) implements Tree {}

    /** One of these. */
    record Choice(List<Tree> parts) implements Tree {}

    /** So many times after each other, or {@link #ENDLESS} many. */
    record Repeat(Tree part, int least, int most) implements Tree {}

    /** A place in the text. */
    record At(Place place) implements Tree {}

    /** What a place is like. */
    enum Place {
        TEXT_BEGIN,
        TEXT_END,
        LINE_BEGIN,
        LINE_END,
        WORD_EDGE,
        NO_WORD_EDGE
    }
}
