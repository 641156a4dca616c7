package org.danaya.mandates.position;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.danaya.people.StructureKind;

/** Whom a position is told to. */
public sealed interface Audience {

    /** Everybody. */
    record Everybody() implements Audience {}

    /** Those who hold a function in a structure of one of these kinds, signed in; nobody else. */
    record Kinds(Set<StructureKind> kinds) implements Audience {

        /** Keeps a copy. */
        public Kinds {
            if (kinds.isEmpty()) {
                throw new IllegalArgumentException("An audience of nobody");
            }
            kinds = Set.copyOf(kinds);
        }
    }

    /** The audience of these kinds; everybody for none. */
    static Audience of(Collection<StructureKind> kinds) {
        return kinds.isEmpty() ? new Everybody() : new Kinds(Set.copyOf(kinds));
    }

    /** The audience of these codes of kinds; everybody for none. */
    static Audience ofCodes(Collection<String> codes) {
        return of(codes.stream().map(code -> StructureKind.read(code).orElseThrow()).toList());
    }

    /** The codes of the kinds in order; none for everybody. */
    default List<String> codes() {
        return kinds().stream().map(StructureKind::code).sorted().toList();
    }

    /** The kinds; none for everybody. */
    default Set<StructureKind> kinds() {
        return switch (this) {
            case Everybody() -> Set.of();
            case Kinds(Set<StructureKind> some) -> some;
        };
    }

    /** Whether everybody is told. */
    default boolean isPublic() {
        return this instanceof Everybody;
    }

    /** Whether all whom another tells are told too. */
    default boolean covers(Audience other) {
        return isPublic() || (!other.isPublic() && kinds().containsAll(other.kinds()));
    }
}
