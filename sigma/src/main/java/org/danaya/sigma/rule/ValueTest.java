package org.danaya.sigma.rule;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.List;

/**
 * What one value of a field must satisfy, after every modifier was worked off: the whole vocabulary
 * of an engine. What a «text» is, and what missing fields do, is said in this package's
 * description.
 */
public sealed interface ValueTest {
    /**
     * The text as a whole fits the pattern; startswith, endswith and contains stand here as {@link
     * Part.AnyRun} at its ends. Never without parts; a single {@link Part.AnyRun} is true for any
     * text, also the empty one.
     */
    record Glob(List<Part> parts, boolean cased) implements ValueTest {
        public Glob {
            parts = List.copyOf(parts);
        }
    }

    /** The text is empty. */
    record Empty() implements ValueTest {}

    /** The value is null, or the field isn't there. An empty text or array isn't null. */
    record Null() implements ValueTest {}

    /** The field is there, whatever its value, null too; or, for {@code false}, it isn't. */
    record Exists(boolean there) implements ValueTest {}

    /**
     * The value is this number: a JSON number of the same value, or a string that {@link Numbers}
     * reads as such a number.
     */
    record NumberEqual(BigDecimal value) implements ValueTest {}

    /**
     * The value, a number or a string that {@link Numbers} reads as one, stands so to this number.
     */
    record Compare(Order order, BigDecimal value) implements ValueTest {}

    /**
     * The expression is found somewhere in the text. {@code program} is compiled with all that it
     * needs, in linear time.
     */
    record Regex(
            String pattern, boolean ignoreCase, boolean multiLine, boolean dotAll, Pattern program)
            implements ValueTest {}

    /** The text is an address of the network ({@link Addresses} reads both). */
    record Cidr(Network network) implements ValueTest {}

    /**
     * The text stands so to a text of the other field of the same event; false where that has none.
     */
    record FieldRef(String field, Place place, boolean cased) implements ValueTest {
        /** Where the other field's text must stand in this field's. */
        public enum Place {
            WHOLE,
            START,
            END,
            ANYWHERE
        }
    }

    /** A part of the date in the value ({@link Dates} reads it) stands so to the number. */
    record TimePart(Unit unit, Order order, BigDecimal number) implements ValueTest {
        /**
         * The parts of a date (modifiers appendix, «Time Modifiers»), as it's written, in its own
         * zone.
         */
        public enum Unit {
            MINUTE,
            HOUR,
            DAY,
            /** Week of the ISO 8601 year. */
            WEEK,
            MONTH,
            YEAR
        }
    }

    /**
     * The field is there, and neither its value nor any element of it satisfies the test ({@code
     * neq}).
     */
    record Not(ValueTest test) implements ValueTest {}
}
