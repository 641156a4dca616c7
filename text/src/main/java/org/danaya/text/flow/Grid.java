package org.danaya.text.flow;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table. What is above it is a line of its own ({@link Role#CAPTION}).
 *
 * @param place the part that it is of
 * @param level how deep it is set in
 * @param rows at least one
 */
public record Grid(Place place, int level, List<Row> rows) implements Block {

    public Grid {
        rows = List.copyOf(rows);
    }

    @Override
    public Stream<Line> lines() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.lines().stream());
    }

    /**
     * A row.
     *
     * @param head whether its cells are heads of columns
     * @param cells at least one
     */
    public record Row(boolean head, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param columns that it takes, at least 1
     * @param rows that it takes, at least 1
     * @param lines in it, at least one
     */
    public record Cell(int columns, int rows, List<Line> lines) {

        public Cell {
            lines = List.copyOf(lines);
        }
    }
}
