package org.danaya.sigma.explain;

import org.jspecify.annotations.Nullable;

/** A value of an event that is no array and no object. */
public sealed interface Scalar {

    /** A string. */
    record Text(String text) implements Scalar {}

    /** A number, by its characters as the event has them. */
    record Digits(String text) implements Scalar {}

    /** True or false. */
    record Truth(boolean value) implements Scalar {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    /** Null: there, without a text. */
    record Null() implements Scalar {
        @Override
        public @Nullable String text() {
            return null;
        }
    }

    /** What tests of texts look at; null has none. */
    @Nullable String text();
}
