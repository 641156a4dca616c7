package org.danaya.mandates;

import java.util.Optional;
import java.util.UUID;
import org.danaya.verify.mandate.Powers;

/**
 * What a mandate says.
 *
 * @param kind what it is for
 * @param structure in whose name its holder acts
 * @param grantor by whose will
 * @param person who holds it
 * @param capacity the incumbency in which the person holds it, whose end ends it; empty where it is
 *     the person's own
 * @param powers one or more
 * @param depth how often it may be passed on, 0 to {@value #DEEPEST}
 * @param basis the act it rests on, in words; 1 to 300 characters
 * @param replaces the mandate that ends when this one begins
 * @param group the delegation that it belongs to
 */
public record Terms(
        MandateKind kind,
        UUID structure,
        Grantor grantor,
        UUID person,
        Optional<UUID> capacity,
        Powers powers,
        Scope scope,
        Period period,
        int depth,
        String basis,
        Optional<UUID> replaces,
        Optional<UUID> group) {

    /** How often a mandate may be passed on at most. */
    public static final int DEEPEST = 5;

    /** The longest words for the act that a mandate rests on. */
    public static final int LONGEST_BASIS = 300;

    /** Keeps a copy and checks the limits. */
    public Terms {
        if (powers.isEmpty() || depth < 0 || depth > DEEPEST || basis.isBlank()) {
            throw new IllegalArgumentException("Not the terms of a mandate");
        }
    }
}
