package org.danaya.mandates.delegation;

import java.util.List;
import java.util.UUID;
import org.danaya.mandates.Objection;

/** How constituting a delegation ended. */
public sealed interface DelegationOutcome {

    /** It is constituted. */
    record Constituted(Delegation delegation) implements DelegationOutcome {}

    /** Nothing is recorded; all that stands against it, at once. */
    record Refused(List<Trouble> troubles) implements DelegationOutcome {}

    /** What stands against it. Words under {@code mandates.delegation.trouble.CODE}. */
    sealed interface Trouble {

        /** Nobody leads it, or more than one does. */
        record Heads(int count) implements Trouble {}

        /** It has no member, or more than {@link Delegations#MOST}. */
        record Count(int count) implements Trouble {}

        /** Somebody is in it twice. */
        record Twice(UUID person) implements Trouble {}

        /** Somebody is in another delegation on the same days, and it wasn't declared. */
        record Clash(UUID person, Delegation other) implements Trouble {}

        /** A member's mandate would go beyond its grantor's. */
        record Beyond(UUID person, List<Objection> objections) implements Trouble {}
    }
}
