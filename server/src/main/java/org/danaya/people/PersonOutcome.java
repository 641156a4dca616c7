package org.danaya.people;

import java.util.List;
import org.danaya.people.draft.Problem;

/** How registering or changing a person ended. */
public sealed interface PersonOutcome {

    /** It is recorded. */
    record Recorded(Person person) implements PersonOutcome {}

    /** Nothing is recorded; all that is wrong, at once. */
    record Refused(List<Problem> problems) implements PersonOutcome {}

    /** Nothing is recorded: others have this name, and the caller hasn't said that it is known. */
    record Homonyms(List<Person> others) implements PersonOutcome {}

    /** Nothing is recorded: somebody changed the person since the form was opened. */
    record Stale(Person current) implements PersonOutcome {}
}
