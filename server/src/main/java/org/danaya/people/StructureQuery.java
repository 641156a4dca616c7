package org.danaya.people;

import java.util.Optional;

/**
 * Which structures to list.
 *
 * @param text words that the identifier, names or acronym have, whatever case and accents; empty
 *     for all
 * @param kind of this kind only
 * @param existence the code of an {@link Existence}: in this state today only
 */
public record StructureQuery(
        String text, Optional<StructureKind> kind, Optional<String> existence) {

    /** All of them. */
    public static final StructureQuery ALL =
            new StructureQuery("", Optional.empty(), Optional.empty());
}
