package org.danaya.text.form;

import java.util.ArrayDeque;
import java.util.Deque;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Role;

/** Gives lines the level of their heading, so that none is skipped on the way down. */
public final class Headings {

    private final int first;
    private final Deque<Integer> open = new ArrayDeque<>();
    private int below;

    /**
     * For a text.
     *
     * @param first the level of the outermost; where that is a title, numbered parts lie below it
     */
    public Headings(int first) {
        this.first = first;
        this.below = first;
    }

    /** The level of a line's heading from 1, or 0 where it is none or has no words. */
    public int of(Line line) {
        if (line.number().isEmpty() && line.text().isBlank()) {
            return 0;
        }
        return switch (line.role()) {
            case TITLE -> first;
            case HEADING ->
                    below + (int) open.stream().filter(level -> level < line.level()).count();
            case FRONT, CROSS_HEADING, BODY, CAPTION, CONTENTS -> 0;
        };
    }

    /** The heading was written; those below it may be one deeper. */
    public void passed(Line line) {
        int level = of(line);
        if (level > 0) {
            open.removeIf(each -> line.role() == Role.TITLE || each >= line.level());
            if (line.role() == Role.HEADING) {
                open.push(line.level());
            } else {
                below = first + 1;
            }
        }
    }
}
