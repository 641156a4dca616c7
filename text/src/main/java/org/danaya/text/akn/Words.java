package org.danaya.text.akn;

/**
 * Words between elements.
 *
 * @param words in Unicode's form C; never empty
 */
public record Words(String words) implements Node {}
