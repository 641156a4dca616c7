package org.danaya.sigma.correlate;

import org.jspecify.annotations.Nullable;

/** The fields of an event that a rule matched. */
@FunctionalInterface
public interface EventFields {
    /**
     * The first text of a field, found as rules find it and written as the event has it: a string,
     * the digits of a number, {@code true} or {@code false}. Null where the field isn't there or
     * has none: null, an object, an array.
     */
    @Nullable String text(String field);

    /** The computer that the event is about; null where nobody knows. */
    default @Nullable String host() {
        return null;
    }
}
