package org.danaya.mandates;

import java.util.List;

/** How drafting a mandate ended. */
public sealed interface DraftOutcome {

    /** It is drafted. */
    record Drafted(Mandate.Head head) implements DraftOutcome {}

    /** Nothing is drafted; all that stands against it, at once. */
    record Refused(List<Objection> objections) implements DraftOutcome {}
}
