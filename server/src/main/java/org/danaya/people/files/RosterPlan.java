package org.danaya.people.files;

import java.util.List;
import org.danaya.people.draft.Problem;

/**
 * What importing a file of persons or positions would do, or did. A file adds; it changes nothing
 * that is there.
 *
 * @param lines one for each line, in their order
 * @param digest the same for the same effect: a plan that was shown is recorded only while it holds
 */
public record RosterPlan(List<Line> lines, String digest) {

    /** What becomes of a line. */
    public sealed interface Line {

        /** Its number in the file, from 1. */
        int number();

        /** What stands in it, in the order of {@link Roster#fields}. */
        List<String> texts();
    }

    /** It will be recorded. */
    public record Created(int number, List<String> texts) implements Line {}

    /** Somebody of this name, or this position of the structure, is recorded already. */
    public record Known(int number, List<String> texts) implements Line {}

    /** The line is left aside; {@code problems} isn't empty. */
    public record Refused(int number, List<String> texts, List<Problem> problems) implements Line {}

    /** The lines of one kind, in their order. */
    public <T extends Line> List<T> of(Class<T> type) {
        return lines.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
