package org.danaya.text.flow;

/**
 * Words that look alike.
 *
 * @param text in Unicode's form C, with single spaces; never empty
 * @param style how they look and where they lead
 */
public record Run(String text, Style style) implements Inline {

    /** Words like those around them. */
    public static Run of(String text) {
        return new Run(text, Style.PLAIN);
    }
}
