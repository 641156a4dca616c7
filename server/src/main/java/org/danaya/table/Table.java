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
import org.danaya.page.View;

/**
 * A table whose filters, order and page stand in the address, so that it can be bookmarked, sent
 * and gone back to; and which can be taken away with the same filters, as CSV ({@code ?format=csv})
 * and as a workbook ({@code ?format=xlsx}).
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
        return new Asked(query, form, sort, orderBy(sort), page, Format.of(query.text("format")));
    }

    /** What the template draws. */
    public TableView show(Asked asked, List<R> rows, long total) {
        return new TableView(
                words,
                columns.stream().map(column -> head(column, asked)).toList(),
                rows.stream().map(this::cells).toList(),
                asked.filters(),
                asked.query(),
                new Pager(asked.query(), asked.page(), ROWS, total));
    }

    /**
     * The rows as the file that was asked for.
     *
     * @param name of the file, without its ending
     */
    public Download download(Asked asked, String name, List<R> rows) {
        return asked.format() == Format.XLSX ? sheet(name, rows) : csv(name, rows);
    }

    private Download csv(String name, List<R> rows) {
        return new Download(
                name + ".csv",
                "text/csv;charset=utf-8",
                (view, out) -> {
                    Csv csv = new Csv(view, out);
                    csv.heads(heads(view));
                    for (R row : rows) {
                        csv.row(cells(row));
                    }
                    csv.end();
                });
    }

    private Download sheet(String name, List<R> rows) {
        return new Download(
                name + ".xlsx",
                Sheet.TYPE,
                (view, out) -> {
                    Sheet sheet = new Sheet(view, out, view.word(words));
                    sheet.heads(heads(view));
                    for (R row : rows) {
                        sheet.row(cells(row));
                    }
                    sheet.end();
                });
    }

    private List<String> heads(View view) {
        return columns.stream().map(column -> view.word(words + "." + column.name())).toList();
    }

    private List<Cell> cells(R row) {
        return columns.stream().map(column -> column.cell().apply(row)).toList();
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

    /** How rows leave. */
    public enum Format {
        /** On a page. */
        PAGE,
        /** RFC 4180, in UTF-8. */
        CSV,
        /** ECMA-376. */
        XLSX;

        private static Format of(String text) {
            return switch (text) {
                case "" -> PAGE;
                case "csv" -> CSV;
                case "xlsx" -> XLSX;
                default -> throw new Fault(FormFault.WRONG_PARAMETER, "format");
            };
        }
    }

    /**
     * What a reader asks a table for.
     *
     * @param filters the filters as a form; what is wrong with them is kept in it
     * @param sort the column's name, with a hyphen before it where the order is turned
     * @param orderBy what stands after {@code order by}; empty where nothing is sorted
     * @param page the first is 1
     * @param format how the rows are to be taken away, or that they are to be shown
     */
    public record Asked(
            Query query, Form filters, String sort, String orderBy, int page, Format format) {

        /** Whether the rows are to be taken away as a file. */
        public boolean away() {
            return format != Format.PAGE;
        }

        /** How many rows to fetch. */
        public int limit() {
            return away() ? MOST_EXPORTED : ROWS;
        }

        /** How many rows stand before the first one to fetch. */
        public long offset() {
            return away() ? 0 : (page - 1L) * ROWS;
        }
    }
}
