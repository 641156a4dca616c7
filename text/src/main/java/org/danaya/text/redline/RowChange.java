package org.danaya.text.redline;

import java.util.ArrayList;
import java.util.List;
import org.danaya.text.flow.Grid;

/** What became of a row of a table that is in both versions. */
public sealed interface RowChange permits RowChange.Kept, RowChange.Inserted, RowChange.Deleted {

    /**
     * A row that is in both versions, with as many cells, of which each takes as many columns; how
     * many rows a cell takes may differ. A row that got or lost a cell is deleted and inserted.
     *
     * @param before the row as it was
     * @param after the row as it is
     * @param cells what became of the lines of each cell, without moves
     */
    record Kept(Grid.Row before, Grid.Row after, List<List<Change>> cells) implements RowChange {

        /** Cells that are those of both rows. */
        public Kept {
            cells = cells.stream().map(List::copyOf).toList();
            if (before.cells().size() != cells.size() || after.cells().size() != cells.size()) {
                throw new IllegalArgumentException("a kept row that got or lost cells");
            }
            for (int i = 0; i < cells.size(); i++) {
                Grid.Cell old = before.cells().get(i);
                Grid.Cell now = after.cells().get(i);
                if (old.columns() != now.columns()
                        || !old.lines().equals(Redline.before(cells.get(i)))
                        || !now.lines().equals(Redline.after(cells.get(i)))) {
                    throw new IllegalArgumentException("changes that aren't the cells' lines");
                }
            }
        }
    }

    /**
     * A row that is in the later version only.
     *
     * @param row what is new
     */
    record Inserted(Grid.Row row) implements RowChange {}

    /**
     * A row that is in the former version only.
     *
     * @param row what is gone
     */
    record Deleted(Grid.Row row) implements RowChange {}

    /** What these say of the former version. */
    static List<Grid.Row> before(List<RowChange> changes) {
        List<Grid.Row> rows = new ArrayList<>();
        for (RowChange change : changes) {
            switch (change) {
                case Kept kept -> rows.add(kept.before());
                case Deleted deleted -> rows.add(deleted.row());
                case Inserted _ -> {}
            }
        }
        return List.copyOf(rows);
    }

    /** What these say of the later version. */
    static List<Grid.Row> after(List<RowChange> changes) {
        List<Grid.Row> rows = new ArrayList<>();
        for (RowChange change : changes) {
            switch (change) {
                case Kept kept -> rows.add(kept.after());
                case Inserted inserted -> rows.add(inserted.row());
                case Deleted _ -> {}
            }
        }
        return List.copyOf(rows);
    }
}
