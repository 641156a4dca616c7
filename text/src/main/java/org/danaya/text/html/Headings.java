package org.danaya.text.html;

import org.danaya.text.flow.Line;

/** Gives lines the level of their heading, so that none is skipped on the way down. */
final class Headings {

    private final int first;
    private final int below;
    private int last;

    /**
     * @param first the level of the outermost
     * @param titled whether that is a title, below which numbered parts lie
     */
    Headings(int first, boolean titled) {
        this.first = first;
        this.below = titled ? first : first - 1;
        this.last = first - 1;
    }

    /** The level of a line's heading from 1, or 0 where it is none or has no words. */
    int of(Line line) {
        if (line.number().isEmpty() && line.text().isBlank()) {
            return 0;
        }
        return switch (line.role()) {
            case TITLE -> first;
            case HEADING -> Math.min(below + Math.max(1, line.level()), last + 1);
            case FRONT, CROSS_HEADING, BODY, CAPTION, CONTENTS -> 0;
        };
    }

    /** The heading was written; those below it may be one deeper. */
    void passed(Line line) {
        int level = of(line);
        if (level > 0) {
            last = level;
        }
    }
}
