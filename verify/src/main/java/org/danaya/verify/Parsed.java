package org.danaya.verify;

import java.util.function.Function;

/**
 * What came of reading foreign bytes. That something could be read says nothing about who wrote it:
 * only a {@link Verdict} does.
 */
public sealed interface Parsed<T> {

    /** The bytes follow the format's rules. */
    record Ok<T>(T value) implements Parsed<T> {}

    /**
     * The bytes break the format's rules.
     *
     * @param line counted from 1, or 0 where the format has no lines
     * @param column in characters from 1, or 0 where the whole line is meant
     * @param detail in English for a technical reader, without the foreign bytes themselves
     */
    record Malformed<T>(Reason reason, int line, int column, String detail) implements Parsed<T> {

        /** The same finding about what should have become something else. */
        public <R> Malformed<R> as() {
            return new Malformed<>(reason, line, column, detail);
        }

        <R> Malformed<R> below(int lines) {
            return new Malformed<>(reason, line == 0 ? 0 : line + lines, column, detail);
        }
    }

    static <T> Parsed<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Parsed<T> malformed(Reason reason, String detail) {
        return new Malformed<>(reason, 0, 0, detail);
    }

    static <T> Parsed<T> malformed(Reason reason, int line, String detail) {
        return new Malformed<>(reason, line, 0, detail);
    }

    /** Goes on to read what stands within; what could not be read is the end. */
    default <R> Parsed<R> then(Function<? super T, Parsed<R>> next) {
        return switch (this) {
            case Ok<T>(T value) -> next.apply(value);
            case Malformed<T> wrong -> wrong.as();
        };
    }

    /** Goes on to check what was read; what could not be read is invalid. */
    default <R> Verdict<R> check(Function<? super T, Verdict<R>> next) {
        return switch (this) {
            case Ok<T>(T value) -> next.apply(value);
            case Malformed<T>(Reason reason, int line, int column, String detail) ->
                    Verdict.invalid(reason, position(line, column) + detail);
        };
    }

    /**
     * The value, for text that the caller wrote itself: constants, tests.
     *
     * @throws IllegalArgumentException where the text is malformed
     */
    default T orThrow() {
        return switch (this) {
            case Ok<T>(T value) -> value;
            case Malformed<T>(Reason reason, int line, int column, String detail) ->
                    throw new IllegalArgumentException(
                            reason.code() + ": " + position(line, column) + detail);
        };
    }

    private static String position(int line, int column) {
        if (line == 0) {
            return "";
        }
        return column == 0 ? "line " + line + ": " : "line " + line + ", column " + column + ": ";
    }
}
