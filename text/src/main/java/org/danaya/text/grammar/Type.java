package org.danaya.text.grammar;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The values of an attribute.
 *
 * @param name as the grammar has it
 * @param admits whether a value, as XML hands it over, is one
 * @param expected what a reader is told: the values themselves, or the kinds of values
 * @param dated whether it is a day or a time
 * @param targets the elements that a value {@code #x} points to; empty where that isn't checked
 * @param toAny whether it points to any element
 * @param list whether it is several, parted by space
 */
record Type(
        String name,
        Predicate<String> admits,
        List<String> expected,
        boolean dated,
        Set<String> targets,
        boolean toAny,
        boolean list) {

    Type {
        expected = List.copyOf(expected);
        targets = Set.copyOf(targets);
    }

    /** Whether values {@code #x} are looked up. */
    boolean refers() {
        return toAny || !targets.isEmpty();
    }
}
