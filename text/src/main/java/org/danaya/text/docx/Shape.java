package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.form.Cells;

/**
 * A row of a table as Word has it: a cell that spans rows is in each of them.
 *
 * @param head whether it names columns
 * @param cells by column
 */
record Shape(boolean head, List<Cell> cells) {

    /**
     * A cell.
     *
     * @param row that it begins in
     * @param columns that it takes
     * @param begins whether it begins here
     * @param goesOn whether it goes on in the next row, where it begins
     * @param filling whether the table has no cell here
     * @param lines in it
     */
    record Cell(
            int row,
            int columns,
            boolean begins,
            boolean goesOn,
            boolean filling,
            List<Line> lines) {}

    /** A table's rows and how many columns they have. */
    record Table(int columns, List<Shape> rows) {}

    static Table of(Grid grid) {
        Cells placed = Cells.of(grid);
        List<Shape> rows = new ArrayList<>();
        TreeMap<Integer, Cells.Cell> open = new TreeMap<>();
        for (int at = 0; at < placed.rows().size(); at++) {
            int row = at;
            open.values().removeIf(cell -> cell.row() + cell.rows() <= row);
            placed.rows().get(row).cells().forEach(cell -> open.put(cell.column(), cell));
            List<Cell> cells =
                    open.values().stream()
                            .map(
                                    cell ->
                                            new Cell(
                                                    cell.row(),
                                                    cell.columns(),
                                                    cell.row() == row,
                                                    cell.rows() > 1,
                                                    cell.filling(),
                                                    cell.cell().lines()))
                            .toList();
            rows.add(new Shape(placed.rows().get(row).head(), cells));
        }
        return new Table(placed.columns(), rows);
    }

    /** The same cells, each going on where it does in either. */
    Shape with(Shape other) {
        List<Cell> both = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            boolean goesOn = cell.goesOn() || other.cells().get(i).goesOn();
            both.add(
                    new Cell(
                            cell.row(),
                            cell.columns(),
                            cell.begins(),
                            goesOn,
                            cell.filling(),
                            cell.lines()));
        }
        return new Shape(head, both);
    }
}
