package org.danaya.text.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.form.Cells;

/** Draws a table by characters. Columns are as wide as the width allows, never than a word. */
final class TextTable {

    private static final int BETWEEN = 3;

    private final Function<Line, String> spoken;
    private final int width;

    /**
     * A writer of tables.
     *
     * @param spoken gives the words of a line without its number
     * @param width in characters that a table is kept to where its words allow
     */
    TextTable(Function<Line, String> spoken, int width) {
        this.spoken = spoken;
        this.width = width;
    }

    void draw(Grid grid, StringBuilder out) {
        Cells cells = Cells.of(grid);
        String indent = "  ".repeat(grid.level());
        IdentityHashMap<Cells.Cell, String> words = new IdentityHashMap<>();
        cells.rows().forEach(row -> row.cells().forEach(cell -> words.put(cell, words(cell))));
        int[] columns = columns(cells, words, width - indent.length());
        String rule = rule(columns, '-');
        out.append(indent).append(rule).append('\n');
        for (int i = 0; i < cells.rows().size(); i++) {
            Cells.Row row = cells.rows().get(i);
            for (String line : lines(row, words, columns)) {
                out.append(indent).append(line).append('\n');
            }
            boolean headed =
                    row.head() && (i + 1 == cells.rows().size() || !cells.rows().get(i + 1).head());
            out.append(indent).append(headed ? rule(columns, '=') : rule).append('\n');
        }
    }

    private String words(Cells.Cell cell) {
        List<String> lines = new ArrayList<>();
        for (Line line : cell.cell().lines()) {
            String number = line.number().isEmpty() ? "" : line.number() + " ";
            lines.add(number + spoken.apply(line));
        }
        return String.join("\n", lines);
    }

    /** Every column gets what its longest word needs; what is left goes where lines are long. */
    private static int[] columns(
            Cells cells, IdentityHashMap<Cells.Cell, String> words, int width) {
        int[] needed = new int[cells.columns()];
        int[] wished = new int[cells.columns()];
        for (Cells.Row row : cells.rows()) {
            for (Cells.Cell cell : row.cells()) {
                String said = words.getOrDefault(cell, "");
                int longest = Wrap.lines(said, 0).stream().mapToInt(Wrap::width).max().orElse(0);
                spread(needed, cell, Wrap.widest(said));
                spread(wished, cell, longest);
            }
        }
        int free = width - 1 - BETWEEN * needed.length;
        for (int each : needed) {
            free -= Math.max(1, each);
        }
        int wishes = 0;
        for (int i = 0; i < needed.length; i++) {
            needed[i] = Math.max(1, needed[i]);
            wished[i] = Math.max(0, wished[i] - needed[i]);
            wishes += wished[i];
        }
        for (int i = 0; i < needed.length; i++) {
            if (wishes > 0 && free > 0) {
                needed[i] += Math.min(wished[i], (int) ((long) free * wished[i] / wishes));
            }
        }
        return needed;
    }

    /** The columns of a cell become wide enough together. */
    private static void spread(int[] columns, Cells.Cell cell, int width) {
        int has = BETWEEN * (cell.columns() - 1);
        for (int i = 0; i < cell.columns(); i++) {
            has += columns[cell.column() + i];
        }
        int more = Math.max(0, width - has);
        for (int i = 0; i < cell.columns(); i++) {
            int share = more / (cell.columns() - i);
            columns[cell.column() + i] += share;
            more -= share;
        }
    }

    private static List<String> lines(
            Cells.Row row, IdentityHashMap<Cells.Cell, String> words, int[] columns) {
        Map<Integer, List<String>> wrapped = new HashMap<>();
        int most = 1;
        for (Cells.Cell cell : row.cells()) {
            List<String> lines = Wrap.lines(words.getOrDefault(cell, ""), across(cell, columns));
            wrapped.put(cell.column(), lines);
            most = Math.max(most, lines.size());
        }
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            StringBuilder line = new StringBuilder();
            int column = 0;
            for (Cells.Cell cell : row.cells()) {
                column = empty(line, column, cell.column(), columns);
                List<String> lines = wrapped.getOrDefault(cell.column(), List.of());
                put(line, i < lines.size() ? lines.get(i) : "", across(cell, columns));
                column += cell.columns();
            }
            empty(line, column, columns.length, columns);
            drawn.add(line.append('|').toString());
        }
        return drawn;
    }

    /** Columns that a cell of a row above still takes. */
    private static int empty(StringBuilder line, int from, int to, int[] columns) {
        for (int column = from; column < to; column++) {
            put(line, "", columns[column]);
        }
        return to;
    }

    private static void put(StringBuilder line, String words, int width) {
        line.append("| ").append(words);
        line.append(" ".repeat(Math.max(0, width - Wrap.width(words)) + 1));
    }

    private static int across(Cells.Cell cell, int[] columns) {
        int width = BETWEEN * (cell.columns() - 1);
        for (int i = 0; i < cell.columns(); i++) {
            width += columns[cell.column() + i];
        }
        return width;
    }

    private static String rule(int[] columns, char sign) {
        StringBuilder rule = new StringBuilder();
        for (int column : columns) {
            rule.append('+').append(Character.toString(sign).repeat(column + 2));
        }
        return rule.append('+').toString();
    }
}
