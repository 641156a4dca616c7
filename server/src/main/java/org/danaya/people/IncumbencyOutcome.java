package org.danaya.people;

import java.util.List;
import org.danaya.people.draft.Problem;

/** How an appointment or its end ended. */
public sealed interface IncumbencyOutcome {

    /** It is recorded. */
    record Recorded(Incumbency incumbency) implements IncumbencyOutcome {}

    /** Nothing is recorded; all that is wrong, at once. */
    record Refused(List<Problem> problems) implements IncumbencyOutcome {}

    /** Nothing is recorded: another person holds the position on some of these days. */
    record Occupied(Incumbency by) implements IncumbencyOutcome {}

    /** Nothing is recorded: somebody changed it since the form was opened. */
    record Stale(Incumbency current) implements IncumbencyOutcome {}
}
