package org.danaya.people;

import java.util.List;
import org.danaya.people.draft.Problem;

/** How creating, changing or ending a position ended. */
public sealed interface PositionOutcome {

    /** It is recorded. */
    record Recorded(Position position) implements PositionOutcome {}

    /** Nothing is recorded; all that is wrong, at once. */
    record Refused(List<Problem> problems) implements PositionOutcome {}

    /** Nothing is recorded: somebody changed the position since the form was opened. */
    record Stale(Position current) implements PositionOutcome {}
}
