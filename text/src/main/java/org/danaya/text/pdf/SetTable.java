package org.danaya.text.pdf;

import java.util.ArrayList;
import java.util.List;

/** A table whose lines have their places, from its top; it can be cut between lines. */
final class SetTable {

    private static final float CLOSE = 0.01f;

    private final List<Row> rows;
    private final float[] tops;
    private final List<String> names;

    /** A row. */
    record Row(boolean head, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param content the height that its lines need
     */
    record Cell(float left, float right, int rows, boolean head, float content, List<At> lines) {}

    /** A line below the top of its cell. */
    record At(float y, SetLine line) {}

    SetTable(List<Row> rows, float[] heights, List<String> names) {
        this.rows = rows;
        this.names = names;
        this.tops = new float[heights.length + 1];
        for (int i = 0; i < heights.length; i++) {
            tops[i + 1] = tops[i] + heights[i];
        }
    }

    List<Row> rows() {
        return rows;
    }

    List<String> names() {
        return names;
    }

    /** The top of a row; that of the row after the last is the table's bottom. */
    float top(int row) {
        return tops[row];
    }

    /** How many rows at the top name columns and can be shown again on the next page. */
    int heads() {
        int heads = 0;
        while (heads < rows.size() && rows.get(heads).head()) {
            heads = end(heads);
        }
        return heads < rows.size() ? heads : 0;
    }

    /** The row after those that one is bound to by cells that span rows. */
    int end(int row) {
        int end = row + 1;
        for (int i = row; i < end; i++) {
            for (Cell cell : rows.get(i).cells()) {
                end = Math.max(end, Math.min(rows.size(), i + cell.rows()));
            }
        }
        return end;
    }

    /** The footnotes of rows. */
    List<SetLine> notes(int from, int to) {
        List<SetLine> notes = new ArrayList<>();
        for (Row row : rows.subList(from, to)) {
            for (Cell cell : row.cells()) {
                cell.lines().forEach(at -> notes.addAll(at.line().notes()));
            }
        }
        return notes;
    }

    /** The lowest place at or above a limit where rows can be cut without cutting a line. */
    float cut(int from, int to, float above, float limit) {
        List<float[]> lines = new ArrayList<>();
        for (int row = from; row < to; row++) {
            for (Cell cell : rows.get(row).cells()) {
                for (At at : cell.lines()) {
                    float top = tops[row] + at.y();
                    float bottom = top + at.line().height();
                    if (bottom > above && top < limit) {
                        lines.add(new float[] {top, bottom});
                    }
                }
            }
        }
        float best = above;
        for (float[] candidate : lines) {
            float place = candidate[1];
            if (place > best && place <= limit && lines.stream().noneMatch(l -> cuts(l, place))) {
                best = place;
            }
        }
        return best;
    }

    private static boolean cuts(float[] line, float place) {
        return line[0] < place - CLOSE && line[1] > place + CLOSE;
    }
}
