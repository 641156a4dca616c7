package org.danaya.page;

/**
 * A page above this one.
 *
 * @param label what it is called, in the reader's language
 */
public record Crumb(String label, String path) {}
