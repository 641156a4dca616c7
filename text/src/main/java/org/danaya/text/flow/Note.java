package org.danaya.text.flow;

import java.util.List;

/**
 * A footnote, at the place that calls it.
 *
 * @param marker that calls it, such as {@code 1} or {@code *}; empty where it is numbered by
 *     whoever writes it
 * @param lines its text
 */
public record Note(String marker, List<Line> lines) implements Inline {

    public Note {
        lines = List.copyOf(lines);
    }

    @Override
    public String text() {
        return "";
    }
}
