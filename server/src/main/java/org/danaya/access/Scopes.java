package org.danaya.access;

import java.util.Optional;
import java.util.UUID;
import org.danaya.page.Language;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The structures that roles are held for, as people name them. */
@Component
final class Scopes {

    private final Structures structures;

    Scopes(Structures structures) {
        this.structures = structures;
    }

    /** The name of a structure; empty for the whole platform. */
    String name(@Nullable UUID structure) {
        return structure == null
                ? ""
                : structures
                        .find(structure)
                        .map(found -> found.shortName(Language.FRENCH))
                        .orElse(structure.toString());
    }

    /** The structure of an identifier such as {@code agetic}. */
    Optional<UUID> find(String identifier) {
        return structures.find(identifier).map(Structure::id);
    }
}
