package org.danaya.text.flow;

import java.util.ArrayList;
import java.util.List;

/** Looks at, and cuts, what follows one another in a line. */
public final class Inlines {

    private Inlines() {}

    /**
     * What follows a place in a line.
     *
     * @param letters of {@link Line#text()} before that place
     */
    public static List<Inline> from(List<Inline> inlines, int letters) {
        List<Inline> rest = new ArrayList<>();
        int left = letters;
        for (Inline inline : inlines) {
            int length = inline.text().length();
            if (left == 0 || length == 0) {
                rest.add(inline);
            } else if (left >= length) {
                left -= length;
            } else if (inline instanceof Run run) {
                rest.add(new Run(run.text().substring(left), run.style()));
                left = 0;
            }
        }
        return rest;
    }

    /** Whether all words have a mark. */
    public static boolean all(List<Inline> inlines, Mark mark) {
        return inlines.stream()
                .allMatch(
                        inline ->
                                !(inline instanceof Run run)
                                        || run.style().has(mark)
                                        || run.text().isBlank());
    }
}
