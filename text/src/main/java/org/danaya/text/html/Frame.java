package org.danaya.text.html;

import org.danaya.text.form.Legend;

/**
 * How a text fits into the page around it.
 *
 * @param heading level of the text's outermost heading, from 1
 * @param prefix before every {@code id}, so that two texts can stand on one page; may be empty
 * @param legend for what isn't the text's own
 */
public record Frame(int heading, String prefix, Legend legend) {

    /** How deep headings may go. */
    private static final int DEEPEST = 20;

    public Frame {
        heading = Math.clamp(heading, 1, DEEPEST);
    }

    /** For a page without other headings and texts. */
    public static Frame alone(Legend legend) {
        return new Frame(1, "", legend);
    }
}
