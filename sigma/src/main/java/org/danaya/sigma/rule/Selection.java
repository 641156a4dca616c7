package org.danaya.sigma.rule;

import java.util.List;

/** What a search identifier asks of an event (Sigma rules, «Lists», «Maps», «Keywords search»). */
public sealed interface Selection {
    /** All of them hold: a map's items. Never empty. */
    record AllOf(List<Selection> selections) implements Selection {
        public AllOf {
            selections = List.copyOf(selections);
        }
    }

    /** One of them holds: a list's items. Never empty. */
    record AnyOf(List<Selection> selections) implements Selection {
        public AnyOf {
            selections = List.copyOf(selections);
        }
    }

    /**
     * A field satisfies one of the tests, or {@code all} of them; in an array, each test may be
     * satisfied by another element. Never without a test.
     */
    record FieldMatch(String field, List<ValueTest> tests, boolean all) implements Selection {
        public FieldMatch {
            tests = List.copyOf(tests);
        }
    }

    /**
     * The texts of the event's values, wherever they stand (names of fields aren't searched),
     * satisfy one of the tests, or {@code all} of them, each of which may be satisfied by another
     * value. The tests are {@link ValueTest.Glob}, {@link ValueTest.Regex} and {@link
     * ValueTest.Cidr}. Never without a test.
     */
    record Keywords(List<ValueTest> tests, boolean all) implements Selection {
        public Keywords {
            tests = List.copyOf(tests);
        }
    }
}
