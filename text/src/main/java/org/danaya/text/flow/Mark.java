package org.danaya.text.flow;

/** How words look, or what they are. */
public enum Mark {
    BOLD,
    ITALIC,
    UNDERLINE,
    SUBSCRIPT,
    SUPERSCRIPT,
    /** What is defined here ({@code def}). */
    DEFINED
}
