package org.danaya.text.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Place;
import org.danaya.text.flow.Role;
import org.danaya.text.flow.Run;
import org.junit.jupiter.api.Test;

class CellsTest {

    private static Grid.Cell cell(String words, int columns, int rows) {
        return new Grid.Cell(
                columns, rows, List.of(Line.of(Role.BODY, 0, "", List.of(Run.of(words)))));
    }

    private static Grid grid(List<Grid.Row> rows) {
        return new Grid(Place.NOWHERE, 0, rows);
    }

    @Test
    void aCellThatSpansRowsMovesThoseBelow() {
        Cells cells =
                Cells.of(
                        grid(
                                List.of(
                                        new Grid.Row(
                                                true, List.of(cell("a", 1, 2), cell("b", 2, 1))),
                                        new Grid.Row(false, List.of(cell("c", 1, 9))))));
        assertEquals(3, cells.columns());
        Cells.Cell moved = cells.rows().get(1).cells().getFirst();
        assertEquals(1, moved.column());
        assertEquals(1, moved.rows());
        assertEquals(2, cells.rows().get(1).cells().size());
    }

    /** Whatever cells say, each place of the table is taken by one. */
    @Test
    void everyPlaceIsTakenOnce() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Grid.Row> rows =
                    random.ints(1 + random.nextInt(6), 1, 5)
                            .mapToObj(
                                    width ->
                                            new Grid.Row(
                                                    false,
                                                    random.ints(width, -1, 5)
                                                            .mapToObj(
                                                                    span ->
                                                                            cell(
                                                                                    "x",
                                                                                    span,
                                                                                    random.nextInt(
                                                                                            4)))
                                                            .toList()))
                            .toList();
            Cells cells = Cells.of(grid(rows));
            int[][] taken = new int[rows.size()][cells.columns()];
            for (Cells.Row row : cells.rows()) {
                for (Cells.Cell cell : row.cells()) {
                    for (int r = cell.row(); r < cell.row() + cell.rows(); r++) {
                        for (int c = cell.column(); c < cell.column() + cell.columns(); c++) {
                            taken[r][c]++;
                        }
                    }
                }
            }
            for (int[] row : taken) {
                for (int times : row) {
                    assertEquals(1, times, "seed " + seed);
                }
            }
        }
    }
}
