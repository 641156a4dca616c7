package org.danaya.mandates;

/**
 * What a mandate calls those whom it is about: as the register had it when the mandate was drafted,
 * so that what was signed stays readable.
 *
 * @param holder the holder's name
 * @param function the holder's function
 * @param home the holder's own structure; the one of the mandate where it is the same
 * @param structure the name of the structure in whose name the holder acts
 * @param identifier that structure's identifier
 * @param brief that structure's acronym, or its name where it has none
 * @param grantor who grants: the office's title and structure, or the name of a mandate's holder
 */
public record Names(
        String holder,
        String function,
        String home,
        String structure,
        String identifier,
        String brief,
        String grantor) {}
