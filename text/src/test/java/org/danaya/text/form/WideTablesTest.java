package org.danaya.text.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Place;
import org.junit.jupiter.api.Test;

/** Tables whose spans claim more room than any words do. */
class WideTablesTest {

    private static Grid.Row row(int cells, int columns) {
        return new Grid.Row(
                false, Collections.nCopies(cells, new Grid.Cell(columns, 1, List.of())));
    }

    @Test
    void spansMakeNoTableWiderThanTheLimit() {
        Cells cells =
                Cells.of(new Grid(Place.NOWHERE, 0, Collections.nCopies(200, row(10_000, 1_000))));
        assertTrue(cells.columns() < 12_000);
        assertEquals(10_000, cells.rows().getFirst().cells().size());
    }

    @Test
    void aLongRowDoesNotFillTheOthers() {
        List<Grid.Row> rows = new ArrayList<>(Collections.nCopies(2_000, row(1, 1)));
        rows.add(row(5_000, 1));
        long cells =
                Cells.of(new Grid(Place.NOWHERE, 0, rows)).rows().stream()
                        .mapToLong(each -> each.cells().size())
                        .sum();
        assertEquals(7_000, cells);
    }
}
