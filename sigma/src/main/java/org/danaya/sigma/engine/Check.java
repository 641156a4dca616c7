package org.danaya.sigma.engine;

import java.util.List;
import org.danaya.sigma.rule.ValueTest;

/** One thing that rules ask of an event, numbered: what rules share is found out once. */
sealed interface Check {

    /** The {@link Tests} of which a value passes one; none where no value is tested. */
    default List<Integer> tests() {
        return List.of();
    }

    /** A field is there, whatever its value. */
    record Present(int name) implements Check {}

    /** A value of a field passes one of these {@link Tests}; never Exists, Not or FieldRef. */
    record Passes(int name, List<Integer> tests) implements Check {
        public Passes {
            tests = List.copyOf(tests);
        }
    }

    /** A text anywhere in the event passes one of these {@link Tests}. */
    record Anywhere(List<Integer> tests) implements Check {
        public Anywhere {
            tests = List.copyOf(tests);
        }
    }

    /** A text of a field stands to one of another field. */
    record Refers(int name, int other, ValueTest.FieldRef.Place place, boolean cased)
            implements Check {}
}
