package org.danaya.text.pdf;

/**
 * A heading that was set.
 *
 * @param depth from 1
 * @param words number and words, on one line
 * @param name of its place
 */
record Heading(int depth, String words, String name) {

    /** How deep headings may go, a title above nine levels. */
    static final int DEEPEST = 10;
}
