package org.danaya.table;

import java.util.List;
import org.danaya.form.Form;
import org.danaya.form.Query;

/**
 * A table as a template draws it.
 *
 * @param words the key of its caption
 */
public record TableView(
        String words,
        List<Head> heads,
        List<List<Cell>> rows,
        Form filters,
        Query query,
        Pager pager) {

    /**
     * The head of a column.
     *
     * @param key the key of its words
     * @param link sorts by it; empty where it can't be sorted by
     * @param sorted {@code ascending}, {@code descending} or empty
     */
    public record Head(String key, String link, String sorted) {}

    /** Whether any filter is set. */
    public boolean filtered() {
        return filters.inputs().stream().anyMatch(input -> !input.value().isEmpty());
    }
}
