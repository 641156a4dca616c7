package org.danaya.people.files;

import java.util.List;
import java.util.Map;
import org.danaya.people.draft.Problem;

/** How reading a file ended. */
public sealed interface CsvOutcome {

    /**
     * It could be read.
     *
     * @param rows the lines that aren't empty, without the headings
     * @param ignored the headings that mean nothing here
     */
    record Read(List<Row> rows, List<String> ignored) implements CsvOutcome {}

    /** It can't be read, or lacks what it must have. */
    record Unreadable(Problem problem) implements CsvOutcome {}

    /**
     * A line.
     *
     * @param line the number of its first line in the file, from 1
     * @param values what stands in each column that is there, by the code of its field
     * @param problems what is wrong with the line itself
     */
    record Row(int line, Map<String, String> values, List<Problem> problems) {}
}
