package org.danaya.page;

/**
 * A short word for a state.
 *
 * @param key the key of its words
 */
public record Tag(String key, Tone tone) {}
