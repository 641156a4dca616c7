package org.danaya.text.grammar;

/**
 * An attribute that an element may have.
 *
 * @param name such as {@code eId}, or {@code xml:lang}
 * @param required whether it must have it
 * @param type its values
 */
record Attribute(String name, boolean required, Type type) {}
