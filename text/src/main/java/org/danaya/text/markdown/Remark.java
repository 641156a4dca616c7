package org.danaya.text.markdown;

/**
 * What was read otherwise than whoever typed it may have meant.
 *
 * @param kind what it was
 * @param line where, from 1; 0 where it isn't known
 * @param typed what was typed, shortened
 */
public record Remark(Kind kind, int line, String typed) {

    /** What was read otherwise. */
    public enum Kind {
        /** HTML, which is text here. */
        HTML,
        /** A block of code, which is text here. */
        CODE,
        /** A line across the page, which no text has. */
        RULE,
        /** An address that no text leads to; its words stay. */
        ADDRESS,
        /** A footnote that is called again: only its label stands there. */
        NOTE_AGAIN,
        /** A footnote that nothing calls, which is at the end of the text. */
        NOTE_UNCALLED
    }
}
