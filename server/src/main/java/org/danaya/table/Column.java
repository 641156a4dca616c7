package org.danaya.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.danaya.page.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param <R> what a row shows
 * @param name names it in the address and in the words
 * @param cell what a row shows in it
 * @param order the SQL expression that sorts by it, from our own code; null where it can't
 */
public record Column<R>(String name, Function<R, Cell> cell, @Nullable String order) {

    /** A column of text. */
    public static <R> Column<R> text(String name, Function<R, String> text) {
        return new Column<>(name, row -> new Cell.Text(text.apply(row)), null);
    }

    /** A column whose text leads to a page about the row. */
    public static <R> Column<R> link(
            String name, Function<R, String> text, Function<R, String> path) {
        return new Column<>(name, row -> new Cell.Link(text.apply(row), path.apply(row)), null);
    }

    /** A column of days. */
    public static <R> Column<R> date(String name, Function<R, LocalDate> date) {
        return new Column<>(name, row -> new Cell.Day(date.apply(row)), null);
    }

    /** A column of days of which some are missing. */
    public static <R> Column<R> optionalDate(String name, Function<R, Optional<LocalDate>> date) {
        return new Column<>(
                name,
                row -> date.apply(row).<Cell>map(Cell.Day::new).orElse(new Cell.Text("")),
                null);
    }

    /** A column of times. */
    public static <R> Column<R> time(String name, Function<R, Instant> time) {
        return new Column<>(name, row -> new Cell.Time(time.apply(row)), null);
    }

    /** A column of numbers. */
    public static <R> Column<R> number(String name, Function<R, Long> number) {
        return new Column<>(name, row -> new Cell.Figure(number.apply(row)), null);
    }

    /** A column of states. */
    public static <R> Column<R> tag(String name, Function<R, Tag> tag) {
        return new Column<>(name, row -> new Cell.State(tag.apply(row)), null);
    }

    /** A column of words, by their keys. */
    public static <R> Column<R> words(String name, Function<R, String> key) {
        return new Column<>(name, row -> new Cell.Words(key.apply(row)), null);
    }

    /** A column of hashes, identifiers and the like. */
    public static <R> Column<R> code(String name, Function<R, String> text) {
        return new Column<>(name, row -> new Cell.Code(text.apply(row)), null);
    }

    /** The same column, by which the table can be sorted with this SQL expression. */
    public Column<R> sortedBy(String expression) {
        return new Column<>(name, cell, expression);
    }
}
