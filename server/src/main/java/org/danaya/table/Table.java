package org.danaya.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.danaya.base.Fault;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.FormFault;
import org.danaya.form.Query;
import org.danaya.form.Submission;
import org.danaya.page.Download;

/**
 * A table whose filters, order and page stand in the address, so that it can be bookmarked, sent
 * and gone back to; and which can be taken away as CSV ({@code ?format=csv}, with the same
 * filters).
 *
 * <p>The words of table {@code people.structures} are {@code people.structures} (its caption),
 * {@code people.structures.COLUMN} and, for its filters, {@code people.structures.FIELD}.
 *
 * @param <R> what a row shows
 */
public final class Table<R> {

    /** The most rows of an export. */
    public static final int MOST_EXPORTED = 100_000;

    private static final int ROWS = 25;
    private static final int LAST_PAGE = 1_000_000;

    private final String words;
    private final List<Column<R>> columns;
    private final List<Field<?>> filters;
    private final String order;

    private Table(String words, List<Column<R>> columns, List<Field<?>> filters, String order) {
        this.words = words;
        this.columns = columns;
        this.filters = filters;
        this.order = order;
    }

    /** A table. */
    public static <R> Table<R> of(String words, List<Column<R>> columns) {
        return new Table<>(words, List.copyOf(columns), List.of(), "");
    }

    /** The same table with filters; make them optional. */
    public Table<R> filteredBy(Field<?>... fields) {
        return new Table<>(words, columns, Arrays.asList(fields), order);
    }

    /**
     * The same table, sorted by a column unless the reader asks otherwise; {@code -name} turns it.
     */
    public Table<R> startingWith(String sort) {
        return new Table<>(words, columns, filters, sort);
    }

    /**
     * What the reader asks for.
     *
     * @throws Fault if the address names no column or no page
     */
    public Asked asked(Query query) {
        Form form =
                filters.isEmpty()
                        ? Form.of(words)
                        : Form.of(words, filters).read(submission(query));
        String sort = query.text("sort").isEmpty() ? order : query.text("sort");
        int page = query.number("page", 1, LAST_PAGE, 1);
        return new Asked(
                query, form, sort, orderBy(sort), page, query.text("format").equals("csv"));
    }

    /** What the template draws. */
    public TableView show(Asked asked, List<R> rows, long total) {
        return new TableView(
                words,
                columns.stream().map(column -> head(column, asked)).toList(),
                rows.stream()
                        .map(row -> columns.stream().map(c -> c.cell().apply(row)).toList())
                        .toList(),
                asked.filters(),
                asked.query(),
                new Pager(asked.query(), asked.page(), ROWS, total));
    }

    /** The rows as a CSV file (RFC 4180) in UTF-8. */
    public Download csv(String filename, List<R> rows) {
        return new Download(
                filename,
                "text/csv;charset=utf-8",
                (view, out) -> {
                    Csv csv = new Csv(view, out);
                    csv.heads(
                            columns.stream().map(c -> view.word(words + "." + c.name())).toList());
                    for (R row : rows) {
                        csv.row(columns.stream().map(column -> column.cell().apply(row)).toList());
                    }
                    csv.end();
                });
    }

    private TableView.Head head(Column<R> column, Asked asked) {
        boolean up = asked.sort().equals(column.name());
        boolean down = asked.sort().equals("-" + column.name());
        String link =
                column.order() == null
                        ? ""
                        : asked.query()
                                .changed(
                                        Map.of(
                                                "sort",
                                                (up ? "-" : "") + column.name(),
                                                "page",
                                                ""));
        return new TableView.Head(
                words + "." + column.name(), link, up ? "ascending" : down ? "descending" : "");
    }

    private String orderBy(String sort) {
        if (sort.isEmpty()) {
            return "";
        }
        String name = sort.startsWith("-") ? sort.substring(1) : sort;
        return columns.stream()
                        .filter(column -> column.name().equals(name) && column.order() != null)
                        .map(Column::order)
                        .findFirst()
                        .orElseThrow(() -> new Fault(FormFault.WRONG_PARAMETER, "sort"))
                + (sort.startsWith("-") ? " desc" : "");
    }

    private static Submission submission(Query query) {
        return Submission.of(query.parameters());
    }

    /**
     * What a reader asks a table for.
     *
     * @param filters the filters as a form; what is wrong with them is kept in it
     * @param sort the column's name, with a hyphen before it where the order is turned
     * @param orderBy what stands after {@code order by}; empty where nothing is sorted
     * @param page the first is 1
     * @param csv whether the rows are to be taken away
     */
    public record Asked(
            Query query, Form filters, String sort, String orderBy, int page, boolean csv) {

        /** How many rows to fetch. */
        public int limit() {
            return csv ? MOST_EXPORTED : ROWS;
        }

        /** How many rows stand before the first one to fetch. */
        public long offset() {
            return csv ? 0 : (page - 1L) * ROWS;
        }
    }
}
