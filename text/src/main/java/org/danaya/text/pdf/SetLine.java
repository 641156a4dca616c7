package org.danaya.text.pdf;

import java.util.List;

/**
 * A line that waits for its place.
 *
 * @param height from its top to that of the next
 * @param baseline below its top
 * @param names of the places that it begins
 * @param notes the lines of the footnotes that it calls
 * @param marked whether a bar stands beside it
 */
record SetLine(
        List<Fragment> fragments,
        float height,
        float baseline,
        List<String> names,
        List<SetLine> notes,
        boolean marked) {

    SetLine {
        fragments = List.copyOf(fragments);
        names = List.copyOf(names);
        notes = List.copyOf(notes);
    }

    /** The height of all. */
    static float height(List<SetLine> lines) {
        float height = 0;
        for (SetLine line : lines) {
            height += line.height();
        }
        return height;
    }

    /** The footnotes of all. */
    static List<SetLine> notes(List<SetLine> lines) {
        return lines.stream().flatMap(line -> line.notes().stream()).toList();
    }
}
