package org.danaya.verify.mandate;

/** How a mandate stands, whatever its dates. */
public sealed interface Standing {

    /** Nothing stands against it. */
    record InForce() implements Standing {}

    /**
     * Some of its powers were revoked.
     *
     * @param remaining those that were not
     */
    record Reduced(Powers remaining) implements Standing {}

    /** Its powers rest, until it is resumed or revoked. */
    record Suspended() implements Standing {}

    /** It was revoked, for ever. */
    record Revoked() implements Standing {}

    /** Whoever was asked has no such mandate. */
    record Absent() implements Standing {}
}
