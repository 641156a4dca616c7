package org.danaya.sigma.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** What a rule asks for, over numbered checks of fields; negations stand at the checks only. */
sealed interface Formula {

    /** A check holds. */
    record Holds(int check) implements Formula {}

    /** A check doesn't hold. */
    record Fails(int check) implements Formula {}

    record And(List<Formula> parts) implements Formula {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<Formula> parts) implements Formula {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** The opposite. */
    default Formula not() {
        return switch (this) {
            case Holds(int check) -> new Fails(check);
            case Fails(int check) -> new Holds(check);
            case And(List<Formula> parts) -> or(parts.stream().map(Formula::not).toList());
            case Or(List<Formula> parts) -> and(parts.stream().map(Formula::not).toList());
        };
    }

    /** All of them, flat. */
    static Formula and(List<? extends Formula> parts) {
        List<Formula> flat = new ArrayList<>();
        for (Formula part : parts) {
            if (part instanceof And(List<Formula> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        List<Formula> distinct = distinct(flat);
        return distinct.size() == 1 ? distinct.getFirst() : new And(distinct);
    }

    /** One of them, flat. */
    static Formula or(List<? extends Formula> parts) {
        List<Formula> flat = new ArrayList<>();
        for (Formula part : parts) {
            if (part instanceof Or(List<Formula> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        List<Formula> distinct = distinct(flat);
        return distinct.size() == 1 ? distinct.getFirst() : new Or(distinct);
    }

    private static List<Formula> distinct(List<Formula> parts) {
        return parts.size() == 1 ? parts : List.copyOf(new LinkedHashSet<>(parts));
    }
}
