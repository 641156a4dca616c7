package org.danaya.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a program stands in a list that it reads in parts.
 *
 * @param at the value of {@code next} of the part before, as it came back; empty for the first part
 * @param limit how many at most
 */
public record Cursor(Optional<String> at, int limit) {

    /**
     * Reads the parameters {@code limit} and {@code name} of an address.
     *
     * @param name of the parameter that says where to go on, such as {@code before}
     * @param most the highest limit that may be asked for
     * @param usual the limit where none is asked for
     */
    public static Cursor of(Query query, String name, int most, int usual) {
        return new Cursor(query.given(name), query.number("limit", 1, most, usual));
    }

    /** How many rows to look for: the one too many tells that others follow. */
    public int wanted() {
        return limit + 1;
    }

    /** The rows of this part. */
    public <R> List<R> shown(List<R> found) {
        return found.subList(0, Math.min(limit, found.size()));
    }

    /** What leads to the part that follows: the mark of the last row shown; null at the end. */
    public <R> @Nullable String next(List<R> found, Function<R, String> mark) {
        return found.size() > limit ? mark.apply(found.get(limit - 1)) : null;
    }
}
