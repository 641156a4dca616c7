package org.danaya.text.flow;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text from top to bottom.
 *
 * @param language in which it is written, as BCP 47 says it, such as {@code fr}; empty where it
 *     isn't known
 * @param title of the text, for a window or a library's list; empty where it has none
 * @param blocks lines and tables, in order
 */
public record Flow(String language, String title, List<Block> blocks) {

    public Flow {
        blocks = List.copyOf(blocks);
    }

    /** All lines, also those in tables; not those of footnotes. */
    public Stream<Line> lines() {
        return blocks.stream().flatMap(Block::lines);
    }

    /** All that is said, a line each, footnotes after the line that calls them. */
    public String words() {
        return lines().map(Line::words).collect(Collectors.joining("\n"));
    }
}
