package org.danaya.people;

/**
 * What somebody typed to end a structure, as typed.
 *
 * @param until the first day on which it doesn't exist any more
 * @param act the reference of the act that ends it
 * @param heir the identifier of the structure that takes in those under it; empty if there are none
 */
public record StructureEnd(String until, String act, String heir) {}
