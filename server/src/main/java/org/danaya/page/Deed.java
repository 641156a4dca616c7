package org.danaya.page;

/**
 * Something that can be done on a page, or why it can't.
 *
 * @param key of its words
 * @param first whether it is what whoever looks most likely came for
 * @param why the key of the reason why not; empty where it can be done
 */
public record Deed(String key, String path, boolean first, boolean danger, String why) {}
