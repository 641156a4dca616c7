package org.danaya.text.pdf;

import java.util.ArrayList;
import java.util.List;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Place;
import org.danaya.text.form.Address;
import org.danaya.text.form.Headings;

/** How lines of a flow are set, by their role and level. */
final class Paragraphs {

    private static final float BODY = 10.5f;
    private static final float CELL = 9;
    private static final float NOTE = 8.8f;
    private static final float STEP = 17;

    private final Headings headings = new Headings(1);
    private final List<String> waiting = new ArrayList<>();
    private int counted;

    /** How the words of a line look where nothing else is said. */
    static Look look(Line line) {
        return switch (line.role()) {
            case TITLE, HEADING, CROSS_HEADING, CAPTION -> Look.PLAIN.bold();
            case FRONT, BODY, CONTENTS -> Look.PLAIN;
        };
    }

    /** A line as a paragraph; one without words only names what follows. */
    Part.Para para(Line line, List<Bit> number, List<Bit> bits, boolean marked) {
        int level = headings.of(line);
        headings.passed(line);
        if (number.isEmpty() && bits.isEmpty()) {
            name(line.place());
            return new Part.Para("P", number, bits, shape(line), List.of(), 0, "", marked);
        }
        List<String> names = names(line.place());
        if (level > 0) {
            counted++;
            names.add("head-" + counted);
        }
        String tag = level > 0 ? "H" + level : "P";
        return new Part.Para(tag, number, bits, shape(line), names, level, "", marked);
    }

    /** The name by which a bookmark finds a heading. */
    static String bookmark(Part.Para heading) {
        return heading.names().getLast();
    }

    List<String> names(Place place) {
        name(place);
        List<String> names = new ArrayList<>(waiting);
        waiting.clear();
        return names;
    }

    private void name(Place place) {
        if (Address.names(place.eId())) {
            waiting.add(Bits.name(place.eId()));
        }
    }

    private static Part.Shape shape(Line line) {
        int level = line.level();
        float indent = level * STEP;
        return switch (line.role()) {
            case TITLE -> new Part.Shape(17, 0, 10, 8, true);
            case HEADING -> heading(level);
            case CROSS_HEADING -> new Part.Shape(BODY, 0, 8, 3, true);
            case CAPTION -> new Part.Shape(9.5f, 0, 8, 2, true);
            case CONTENTS -> new Part.Shape(BODY, indent, 0, 2, false);
            case FRONT -> new Part.Shape(BODY, 0, 0, 5, false);
            case BODY -> new Part.Shape(BODY, indent, 0, 5, false);
        };
    }

    private static Part.Shape heading(int level) {
        return switch (level) {
            case 0, 1 -> new Part.Shape(14, 0, 14, 6, true);
            case 2 -> new Part.Shape(12.5f, 0, 12, 5, true);
            case 3 -> new Part.Shape(11.3f, 0, 10, 4, true);
            default -> new Part.Shape(BODY, 0, 8, 3, true);
        };
    }

    /** A line that is gone, whatever it was. */
    static Part.Shape gone(Line line) {
        Part.Shape was = shape(line);
        return new Part.Shape(
                Math.min(was.size(), 12), was.indent(), was.before(), was.after(), false);
    }

    /** A line of a cell. */
    static Part.Shape cell(Line line) {
        return new Part.Shape(CELL, line.level() * STEP / 2, 0, 1.5f, false);
    }

    /** A line of a footnote. */
    static Part.Shape note() {
        return new Part.Shape(NOTE, 0, 0, 0, false);
    }

    /** How far a table is set in. */
    static float indent(int level) {
        return level * STEP;
    }
}
