package org.danaya.text.flow;

/** What follows one another in a line. */
public sealed interface Inline permits Run, Note, Break, Picture {

    /** Its words in the line; a footnote's are not in the line. */
    String text();
}
