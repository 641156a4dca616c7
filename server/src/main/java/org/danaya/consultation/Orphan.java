package org.danaya.consultation;

/**
 * Something that stands in the way of a freeze: an observation without its answer, a change without
 * its cause.
 *
 * @param kind its stable code; words under {@code consultation.orphan.CODE}, with {@code name}
 * @param name what it is, to show: the number of an observation, the words of a change
 * @param path where it is settled
 */
public record Orphan(String kind, String name, String path) {}
