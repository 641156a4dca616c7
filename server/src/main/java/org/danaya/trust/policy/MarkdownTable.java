package org.danaya.trust.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown, row by row. */
final class MarkdownTable {

    private final List<String> lines = new ArrayList<>();

    MarkdownTable(String... heads) {
        row(heads);
        lines.add("|" + "---|".repeat(heads.length));
    }

    /** Another row; bars in a cell are escaped, an empty cell gets a dash. */
    MarkdownTable row(String... cells) {
        lines.add(
                List.of(cells).stream()
                        .map(cell -> cell.isEmpty() ? "–" : cell.replace("|", "\\|"))
                        .collect(Collectors.joining(" | ", "| ", " |")));
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
