package org.danaya.consultation.observation.form;

import java.util.List;

/**
 * A table of a file, as text.
 *
 * @param name of the sheet, or which table of the document
 * @param rows from top to bottom
 */
record FormGrid(String name, List<Row> rows) {

    FormGrid {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number as the file's reader counts it, from 1
     * @param cells by column; empty ones are empty
     */
    record Row(int number, List<String> cells) {

        Row {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }
}
