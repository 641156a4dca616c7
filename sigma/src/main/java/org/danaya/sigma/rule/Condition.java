package org.danaya.sigma.rule;

import java.util.List;

/**
 * How a rule's selections decide (Sigma rules, «Condition»). {@code 1 of x*}, {@code all of them}
 * are resolved: only these four kinds remain.
 */
public sealed interface Condition {
    /** All hold; at least two, none of them an And. */
    record And(List<Condition> conditions) implements Condition {
        public And {
            conditions = List.copyOf(conditions);
        }
    }

    /** One holds; at least two, none of them an Or. */
    record Or(List<Condition> conditions) implements Condition {
        public Or {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(Condition condition) implements Condition {}

    /** The rule's selection of that name holds. */
    record Selected(String name) implements Condition {}
}
