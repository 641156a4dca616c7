package org.danaya.text.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;

/** Sets tables: how wide columns are, how high rows, where lines stand. */
final class TableSetter {

    static final float PADDING = 4;

    private static final float BOUNDLESS = 100_000;

    /** A column gets no less than this, even if words must be broken for it. */
    private static final float NARROWEST = 24;

    private final LineSetter lines;

    TableSetter(LineSetter lines) {
        this.lines = lines;
    }

    SetTable set(Part.Table table, float width, Tag above) {
        float[] columns = columns(table, width - table.indent());
        float[] lefts = new float[columns.length + 1];
        lefts[0] = table.indent();
        for (int i = 0; i < columns.length; i++) {
            lefts[i + 1] = lefts[i] + columns[i];
        }
        Tag tag = above.block("Table");
        List<SetTable.Row> rows = new ArrayList<>();
        float[] heights = new float[table.rows().size()];
        Map<Integer, List<float[]>> ending = new HashMap<>();
        List<Tag> groups = groups(table, tag);
        for (int row = 0; row < heights.length; row++) {
            Part.Row said = table.rows().get(row);
            Tag line = groups.get(row).block("TR");
            List<SetTable.Cell> cells = new ArrayList<>();
            for (Part.Cell cell : said.cells()) {
                int rowsTaken = Math.min(cell.rows(), heights.length - row);
                float left = lefts[cell.column()];
                float right = lefts[cell.column() + cell.columns()];
                SetTable.Cell set = cell(said.head(), cell, left, right, rowsTaken, line);
                cells.add(set);
                ending.computeIfAbsent(row + rowsTaken - 1, any -> new ArrayList<>())
                        .add(new float[] {row, set.content()});
            }
            rows.add(new SetTable.Row(said.head(), cells));
        }
        for (int row = 0; row < heights.length; row++) {
            heights[row] = 2 * PADDING;
            for (float[] cell : ending.getOrDefault(row, List.of())) {
                float above0 = 0;
                for (int i = (int) cell[0]; i < row; i++) {
                    above0 += heights[i];
                }
                heights[row] = Math.max(heights[row], cell[1] - above0);
            }
        }
        return new SetTable(rows, heights, table.names());
    }

    /** The tags of the rows' groups, row by row: heads at the top, and the rest. */
    private static List<Tag> groups(Part.Table table, Tag tag) {
        long heads = table.rows().stream().takeWhile(Part.Row::head).count();
        boolean both = heads > 0 && heads < table.rows().size();
        Tag head = both ? tag.block("THead") : tag;
        Tag body = both ? tag.block("TBody") : tag;
        List<Tag> groups = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            groups.add(row < heads ? head : body);
        }
        return groups;
    }

    private SetTable.Cell cell(
            boolean head, Part.Cell cell, float left, float right, int rows, Tag row) {
        Tag tag = row.block(head ? "TH" : "TD");
        if (head) {
            tag.attribute("Table", "Scope", COSName.getPDFName("Column"));
        }
        if (cell.columns() > 1) {
            tag.attribute("Table", "ColSpan", COSInteger.get(cell.columns()));
        }
        if (rows > 1) {
            tag.attribute("Table", "RowSpan", COSInteger.get(rows));
        }
        List<SetTable.At> placed = new ArrayList<>();
        float y = PADDING;
        for (Part.Para para : cell.lines()) {
            for (SetLine line : lines.set(para, right - left - 2 * PADDING, tag)) {
                placed.add(new SetTable.At(y, line));
                y += line.height();
            }
            y += para.shape().after();
        }
        return new SetTable.Cell(left, right, rows, head, y + PADDING, placed);
    }

    /** Every column gets what its longest word needs; what is left goes where lines are long. */
    private float[] columns(Part.Table table, float width) {
        float[] needed = new float[table.columns()];
        float[] wished = new float[table.columns()];
        Tag nowhere = Tag.nowhere();
        LineSetter measuring = lines.withoutNotes();
        for (Part.Row row : table.rows()) {
            for (Part.Cell cell : row.cells()) {
                float longest = 0;
                float widest = 0;
                for (Part.Para para : cell.lines()) {
                    longest = Math.max(longest, extent(measuring.set(para, BOUNDLESS, nowhere)));
                    widest = Math.max(widest, measuring.widest(para));
                }
                spread(needed, cell, widest + 2 * PADDING + 1);
                spread(wished, cell, longest + 2 * PADDING + 1);
            }
        }
        return shared(needed, wished, width);
    }

    private static float[] shared(float[] needed, float[] wished, float width) {
        float least = sum(needed);
        float most = sum(wished);
        if (most <= width) {
            return wished;
        }
        if (least <= width) {
            float[] columns = needed.clone();
            float more = most - least;
            for (int i = 0; i < columns.length; i++) {
                columns[i] += (width - least) * (wished[i] - needed[i]) / more;
            }
            return columns;
        }
        float[] columns = new float[needed.length];
        float floor = Math.min(NARROWEST, width / needed.length);
        float above = 0;
        for (float each : needed) {
            above += Math.max(0, each - floor);
        }
        for (int i = 0; i < columns.length; i++) {
            float free = width - floor * columns.length;
            columns[i] = floor + free * Math.max(0, needed[i] - floor) / above;
        }
        return columns;
    }

    private static float sum(float[] widths) {
        float sum = 0;
        for (float width : widths) {
            sum += width;
        }
        return sum;
    }

    private static void spread(float[] columns, Part.Cell cell, float width) {
        int to = cell.column() + cell.columns();
        float more = width - sum(Arrays.copyOfRange(columns, cell.column(), to));
        for (int i = cell.column(); i < to && more > 0; i++) {
            columns[i] += more / cell.columns();
        }
    }

    private static float extent(List<SetLine> lines) {
        float extent = 0;
        for (SetLine line : lines) {
            for (Fragment fragment : line.fragments()) {
                extent = Math.max(extent, fragment.x() + fragment.width());
            }
        }
        return extent;
    }
}
