package org.danaya.consultation.observation.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of a file, as text.
 *
 * @param name of the sheet, or which table of the document
 * @param rows from top to bottom
 */
record FormGrid(String name, List<Row> rows) {

    /** Rows that are looked at for cells that span them. */
    private static final long MOST_SPANNED = 1_000_000;

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
            // No database keeps it, and no form means it.
            cells = cells.stream().map(each -> each.replace("\0", "")).toList();
        }

        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }

        private Row with(int column, String text) {
            List<String> after = new ArrayList<>(cells);
            if (after.size() <= column) {
                after.addAll(Collections.nCopies(column + 1 - after.size(), ""));
            }
            after.set(column, text);
            return new Row(number, after);
        }
    }

    /**
     * A cell that spans rows.
     *
     * @param column from 0
     * @param first the number of its first row
     * @param last that of its last one
     */
    record Span(int column, int first, int last) {}

    /** What a cell that spans rows says is said in each of them that says anything by itself. */
    FormGrid spread(List<Span> spans) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int at = 0; at < rows.size(); at++) {
            places.putIfAbsent(rows.get(at).number(), at);
        }
        List<Row> all = new ArrayList<>(rows);
        long looked = 0;
        for (Span span : Set.copyOf(spans)) {
            looked += span.last() - (long) span.first();
            if (looked > MOST_SPANNED) {
                break;
            }
            Integer first = places.get(span.first());
            String text = first == null ? "" : rows.get(first).cell(span.column());
            if (first == null || text.isBlank()) {
                continue;
            }
            for (int at = first + 1; at < all.size() && all.get(at).number() <= span.last(); at++) {
                if (!rows.get(at).blank() && all.get(at).cell(span.column()).isBlank()) {
                    all.set(at, all.get(at).with(span.column(), text));
                }
            }
        }
        return new FormGrid(name, all);
    }
}
