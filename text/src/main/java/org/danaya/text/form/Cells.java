package org.danaya.text.form;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.danaya.text.flow.Grid;

/**
 * The cells of a table at the columns where they stand, cells that span rows accounted for; what
 * spans beyond the table is cut at its edge.
 *
 * @param columns of the table, at least 1
 * @param rows in order
 */
public record Cells(int columns, List<Row> rows) {

    /** More columns than this a cell doesn't span, whatever it says. */
    private static final int WIDEST = 1_000;

    /**
     * A row.
     *
     * @param head whether it names columns
     * @param cells that begin in it, by column
     */
    public record Row(boolean head, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param row that it begins in, from 0
     * @param column that it begins in, from 0
     * @param columns that it takes
     * @param rows that it takes
     * @param filling whether the table has no cell here, and this one only makes it regular
     */
    public record Cell(
            int row, int column, int columns, int rows, boolean filling, Grid.Cell cell) {}

    /** No table has more places than this filled: it would take more room than its words. */
    private static final int MOST_FILLED = 1_000_000;

    private static final Grid.Cell NOTHING = new Grid.Cell(1, 1, List.of());

    /** The cells of a table. */
    public static Cells of(Grid grid) {
        List<List<Cell>> placed = new ArrayList<>();
        TreeMap<Integer, Integer> taken = new TreeMap<>();
        int width = 1;
        int count = grid.rows().size();
        for (int row = 0; row < count; row++) {
            List<Cell> cells = new ArrayList<>();
            int column = 0;
            for (Grid.Cell cell : grid.rows().get(row).cells()) {
                while (taken.getOrDefault(column, 0) > row) {
                    column++;
                }
                int wish = Math.clamp(cell.columns(), 1, Math.max(1, WIDEST - column));
                int columns = free(taken, row, column, wish);
                int rows = Math.clamp(cell.rows(), 1, count - row);
                cells.add(new Cell(row, column, columns, rows, false, cell));
                for (int i = 0; i < columns; i++) {
                    taken.put(column + i, row + rows);
                }
                column += columns;
            }
            placed.add(cells);
            width = Math.max(width, column);
        }
        boolean fills = (long) width * count <= MOST_FILLED;
        return new Cells(width, filled(grid, placed, width, fills));
    }

    /** How many columns from one on are free in a row, at most as many as are wished for. */
    private static int free(TreeMap<Integer, Integer> taken, int row, int column, int wish) {
        int columns = 1;
        while (columns < wish && taken.getOrDefault(column + columns, 0) <= row) {
            columns++;
        }
        return columns;
    }

    /** Rows that end early are filled. */
    private static List<Row> filled(Grid grid, List<List<Cell>> placed, int width, boolean fills) {
        int[] taken = new int[width];
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < placed.size(); row++) {
            TreeMap<Integer, Cell> cells = new TreeMap<>();
            for (Cell cell : placed.get(row)) {
                cells.put(cell.column(), cell);
                for (int i = 0; i < cell.columns(); i++) {
                    taken[cell.column() + i] = row + cell.rows();
                }
            }
            for (int column = 0; fills && column < width; column++) {
                if (taken[column] <= row) {
                    cells.put(column, new Cell(row, column, 1, 1, true, NOTHING));
                }
            }
            rows.add(new Row(grid.rows().get(row).head(), List.copyOf(cells.values())));
        }
        return rows;
    }
}
