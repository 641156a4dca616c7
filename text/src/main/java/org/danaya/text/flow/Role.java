package org.danaya.text.flow;

/** What a line is to its reader. */
public enum Role {
    /** The title of the whole text, or of an annex. */
    TITLE,
    /** Before the body, and after it: who, when, considering what; signatures. */
    FRONT,
    /** The number and heading of a part; {@link Line#level()} 1 is the outermost. */
    HEADING,
    /** A heading without a number between parts, which begins none. */
    CROSS_HEADING,
    /** Text; {@link Line#level()} is how deep it is set in, 0 not at all. */
    BODY,
    /** What is above a table. */
    CAPTION,
    /** A line of a table of contents. */
    CONTENTS
}
