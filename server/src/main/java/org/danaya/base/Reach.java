package org.danaya.base;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far a right reaches. */
public sealed interface Reach {

    /** The whole platform. */
    record Everywhere() implements Reach {}

    /** Some structures, and nothing else. */
    record Structures(Set<UUID> ids) implements Reach {

        /** Keeps a copy. */
        public Structures {
            ids = Set.copyOf(ids);
        }
    }

    /** Whether a structure lies within. */
    default boolean covers(UUID structure) {
        return switch (this) {
            case Everywhere() -> true;
            case Structures(Set<UUID> ids) -> ids.contains(structure);
        };
    }

    /** What either covers. */
    default Reach or(Reach other) {
        return switch (this) {
            case Everywhere() -> this;
            case Structures(Set<UUID> mine) ->
                    switch (other) {
                        case Everywhere() -> other;
                        case Structures(Set<UUID> theirs) ->
                                new Structures(
                                        Stream.concat(mine.stream(), theirs.stream())
                                                .collect(Collectors.toUnmodifiableSet()));
                    };
        };
    }
}
