package org.danaya.verify;

import java.util.function.Function;

/** How a check ended. There is no fourth way, and only {@link Valid} is to be trusted. */
public sealed interface Verdict<T> {

    /** Everything that the check promises holds. */
    record Valid<T>(T evidence) implements Verdict<T> {}

    /**
     * Something is wrong.
     *
     * @param detail in English for a technical reader; words for the public come from the reason
     */
    record Invalid<T>(Reason reason, String detail) implements Verdict<T> {}

    /** Neither right nor wrong could be established, for a cause outside of what was checked. */
    record Unverifiable<T>(Reason reason, String detail) implements Verdict<T> {}

    static <T> Verdict<T> valid(T evidence) {
        return new Valid<>(evidence);
    }

    static <T> Verdict<T> invalid(Reason reason, String detail) {
        return new Invalid<>(reason, detail);
    }

    static <T> Verdict<T> unverifiable(Reason reason, String detail) {
        return new Unverifiable<>(reason, detail);
    }

    /** Goes on with a further check; a check that did not end well is the end. */
    default <R> Verdict<R> then(Function<? super T, Verdict<R>> next) {
        return switch (this) {
            case Valid<T>(T evidence) -> next.apply(evidence);
            case Invalid<T>(Reason reason, String detail) -> new Invalid<>(reason, detail);
            case Unverifiable<T>(Reason reason, String detail) ->
                    new Unverifiable<>(reason, detail);
        };
    }
}
