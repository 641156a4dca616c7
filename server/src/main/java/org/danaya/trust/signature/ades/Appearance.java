package org.danaya.trust.signature.ades;

import java.util.List;

/**
 * How a signature shows on a page of a PDF.
 *
 * @param page from 1
 * @param x from the left of the page, in points
 * @param y from the top of the page, in points
 * @param width in points
 * @param height in points
 * @param lines what is written: name, function, structure, date
 */
public record Appearance(
        int page, float x, float y, float width, float height, List<String> lines) {

    /** Copies the lines. */
    public Appearance {
        lines = List.copyOf(lines);
    }
}
