package org.danaya.people;

import java.util.List;
import org.danaya.people.draft.Difference;
import org.danaya.people.draft.Problem;
import org.danaya.people.draft.StructureDraft;

/**
 * What recording many lines at once would do, or did.
 *
 * @param lines one for each line, in their order
 * @param digest the same for the same effect: a plan that was shown is recorded only while it holds
 */
public record StructurePlan(List<Line> lines, String digest) {

    /** What becomes of a line. */
    public sealed interface Line {

        /** Its number, as the caller counts. */
        int number();
    }

    /** A structure will be created. */
    public record Created(int number, StructureDraft draft) implements Line {}

    /** A structure will change; {@code changes} isn't empty. */
    public record Changed(int number, Structure before, List<Difference> changes) implements Line {}

    /** All that the line says is recorded already. */
    public record Unchanged(int number, Structure structure) implements Line {}

    /** The line is left aside; {@code problems} isn't empty. */
    public record Refused(int number, StructureDraft draft, List<Problem> problems)
            implements Line {}

    /** The lines of one kind, in their order. */
    public <T extends Line> List<T> of(Class<T> type) {
        return lines.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
