package org.danaya.text.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts lines on pages from top to bottom, footnotes at the foot of the page that calls them as far
 * as there is room, the rest at the foot of the next.
 */
final class Pages {

    static final float LEFT = 68;
    private static final float TOP = 62;
    private static final float BOTTOM = 66;

    /** Free between text and footnotes. */
    private static final float APART = 12;

    /** No line moves to the next page for more of its footnotes than this part of a page. */
    private static final float NOTES_WAIT = 0.35f;

    /** Footnotes that go on overleaf take no more than this part of the page. */
    private static final float NOTES_MOST = 0.6f;

    private final Imprint.Sheet sheet;
    private final float width;
    private final float height;
    private final List<Leaf> leaves = new ArrayList<>();
    private final Map<String, Spot> spots = new HashMap<>();
    private final Deque<SetLine> waiting = new ArrayDeque<>();
    private final List<SetLine> foot = new ArrayList<>();
    private float used;
    private float footed;

    /** Where a named place is. */
    record Spot(int page, float y) {}

    Pages(Imprint.Sheet sheet) {
        this.sheet = sheet;
        width = sheet.width() - 2 * LEFT;
        height = sheet.height() - TOP - BOTTOM;
        begin();
    }

    /** A copy in which the same lines stand so far; for trying. */
    Pages again() {
        Pages copy = new Pages(sheet);
        copy.used = used;
        return copy;
    }

    float width() {
        return width;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    Map<String, Spot> spots() {
        return spots;
    }

    private Leaf leaf() {
        return leaves.getLast();
    }

    private void begin() {
        leaves.add(new Leaf());
        used = 0;
        footed = 0;
        notes(NOTES_MOST * height);
    }

    /** Ends a page. */
    void turn() {
        float y = TOP + height - footed + APART;
        if (!foot.isEmpty()) {
            leaf().boxes().add(new Leaf.Box(LEFT, y - APART / 2, width / 4, 0, false));
        }
        for (SetLine line : foot) {
            put(line, LEFT, y);
            y += line.height();
        }
        foot.clear();
        begin();
    }

    /** Ends the last page, and those that footnotes still need. */
    void finish() {
        while (!waiting.isEmpty() || !foot.isEmpty()) {
            turn();
        }
        if (leaf().lines().isEmpty() && leaves.size() > 1) {
            leaves.removeLast();
        }
    }

    private void put(SetLine line, float x, float y) {
        leaf().lines().add(new Leaf.Placed(x, y, line, false));
        line.names().forEach(name -> name(name, y));
    }

    private void name(String name, float y) {
        spots.putIfAbsent(name, new Spot(leaves.size() - 1, y));
    }

    /** Footnotes that wait go to the foot, down to a height that they may take. */
    private void notes(float most) {
        while (!waiting.isEmpty()) {
            float needed = waiting.peekFirst().height() + (foot.isEmpty() ? APART : 0);
            if (footed + needed > most) {
                return;
            }
            foot.add(waiting.removeFirst());
            footed += needed;
        }
    }

    private float reserve(List<SetLine> notes) {
        if (notes.isEmpty()) {
            return 0;
        }
        float needed = SetLine.height(notes) + (foot.isEmpty() ? APART : 0);
        return Math.min(needed, NOTES_WAIT * height);
    }

    private boolean fits(float needed, List<SetLine> notes) {
        return used + needed + footed + reserve(notes) <= height;
    }

    private boolean fresh() {
        return used == 0;
    }

    /** Leaves room free, except at the top of a page. */
    private void space(float by) {
        if (!fresh()) {
            used += by;
        }
    }

    /**
     * A paragraph.
     *
     * @param next how much of what follows has to stand on the same page
     */
    void paragraph(List<SetLine> lines, Part.Shape shape, float next) {
        space(shape.before());
        if (next > 0 && !fits(SetLine.height(lines) + shape.after() + next, List.of())) {
            turnUnlessFresh();
        }
        for (int i = 0; i < lines.size(); i++) {
            SetLine line = lines.get(i);
            boolean pair = i + 1 < lines.size() && (i == 0 || i + 2 == lines.size());
            float needed = line.height() + (pair ? lines.get(i + 1).height() : 0);
            if (!fits(needed, line.notes())) {
                turnUnlessFresh();
            }
            line(line);
        }
        space(shape.after());
    }

    private void turnUnlessFresh() {
        if (!fresh()) {
            turn();
        }
    }

    private void line(SetLine line) {
        put(line, LEFT, TOP + used);
        used += line.height();
        waiting.addAll(line.notes());
        notes(height - used);
    }

    /** How much of a table has to stand on the page of what is above it. */
    static float beginning(SetTable table) {
        int heads = table.heads();
        return Math.min(table.top(table.end(heads)), 160);
    }

    /** A table: rows stay whole where a page holds them. */
    void table(SetTable table) {
        space(6);
        int heads = table.heads();
        float head = table.top(heads);
        if (!fits(beginning(table), List.of())) {
            turnUnlessFresh();
        }
        table.names().forEach(name -> name(name, TOP + used));
        boolean again = heads > 0 && head < height / 3;
        for (int row = 0; row < table.rows().size(); ) {
            int end = table.end(row);
            float high = table.top(end) - table.top(row);
            List<SetLine> notes = table.notes(row, end);
            boolean whole = high + (again ? head : 0) <= height;
            if (!fits(high, notes) && whole && !fresh()) {
                turn();
                repeat(table, again && row >= heads ? heads : 0);
            }
            rows(table, row, end, again && row >= heads ? heads : 0);
            waiting.addAll(notes);
            notes(height - used);
            row = end;
        }
        space(8);
    }

    private void repeat(SetTable table, int heads) {
        if (heads > 0) {
            draw(table, 0, heads, 0, table.top(heads), true);
        }
    }

    /** Rows that belong together, cut where no page holds them. */
    private void rows(SetTable table, int from, int to, int heads) {
        float above = table.top(from);
        float bottom = table.top(to);
        while (above < bottom) {
            float room = height - footed - used;
            float cut = bottom;
            if (bottom - above > room) {
                cut = table.cut(from, to, above, above + room);
                if (cut <= above && !fresh() && used > table.top(heads)) {
                    turn();
                    repeat(table, heads);
                    continue;
                }
                // What is higher than a page goes over its edge rather than be lost.
                cut = cut <= above ? bottom : cut;
            }
            draw(table, from, to, above, cut, false);
            above = cut;
            if (above < bottom) {
                turn();
                repeat(table, heads);
            }
        }
    }

    /** Draws what of some rows is between two heights of the table. */
    private void draw(SetTable table, int from, int to, float above, float below, boolean shown) {
        float y = TOP + used;
        for (int row = from; row < to; row++) {
            for (SetTable.Cell cell : table.rows().get(row).cells()) {
                float top = Math.max(above, table.top(row));
                float bottom = Math.min(below, table.top(row + cell.rows()));
                if (bottom <= top) {
                    continue;
                }
                float x = LEFT + cell.left();
                float wide = cell.right() - cell.left();
                leaf().boxes()
                        .add(new Leaf.Box(x, y + top - above, wide, bottom - top, cell.head()));
                for (SetTable.At at : cell.lines()) {
                    float place = table.top(row) + at.y();
                    if (place >= above && place < below) {
                        place(at.line(), x + TableSetter.PADDING, y + place - above, shown);
                    }
                }
            }
        }
        used += below - above;
    }

    private void place(SetLine line, float x, float y, boolean shown) {
        if (shown) {
            leaf().lines().add(new Leaf.Placed(x, y, line, true));
        } else {
            put(line, x, y);
        }
    }
}
