package org.danaya.people;

import java.util.List;
import org.danaya.people.draft.Difference;
import org.danaya.people.draft.Problem;

/** How creating, changing or ending a structure ended. */
public sealed interface StructureOutcome {

    /** It is recorded; {@code structure} is as it is now. */
    record Recorded(Structure structure) implements StructureOutcome {}

    /** It is as it was: what was typed is what is recorded. */
    record Unchanged(Structure structure) implements StructureOutcome {}

    /** Nothing is recorded; all that is wrong, at once. */
    record Refused(List<Problem> problems) implements StructureOutcome {}

    /**
     * Nothing is recorded: somebody changed it since the form was opened.
     *
     * @param current how it is now
     * @param changes what changed since
     */
    record Stale(Structure current, List<Difference> changes) implements StructureOutcome {}
}
