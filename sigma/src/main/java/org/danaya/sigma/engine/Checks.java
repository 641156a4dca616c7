package org.danaya.sigma.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.danaya.sigma.rule.Condition;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.Selection;
import org.danaya.sigma.rule.ValueTest;

/** Turns rules into formulas over numbered checks. */
final class Checks {

    private final Map<Check, Integer> numbers = new LinkedHashMap<>();
    private final List<Integer> users = new ArrayList<>();
    private final Tests tests = new Tests();
    private final Names.Collected names;
    private Set<Integer> used = new LinkedHashSet<>();

    Checks(Names.Collected names) {
        this.names = names;
    }

    Formula formula(Rule rule) {
        used = new LinkedHashSet<>();
        Formula formula = formula(rule.condition(), rule);
        for (int check : used) {
            users.set(check, users.get(check) + 1);
        }
        return formula;
    }

    /** All checks, in the order of their numbers. */
    List<Check> all() {
        return List.copyOf(numbers.keySet());
    }

    Tests tests() {
        return tests;
    }

    /** How many rules use each check. */
    List<Integer> users() {
        return users;
    }

    private Formula formula(Condition condition, Rule rule) {
        return switch (condition) {
            case Condition.And(List<Condition> parts) -> Formula.and(formulas(parts, rule));
            case Condition.Or(List<Condition> parts) -> Formula.or(formulas(parts, rule));
            case Condition.Not(Condition part) -> formula(part, rule).not();
            case Condition.Selected(String name) -> {
                Selection selection = rule.selections().get(name);
                if (selection == null) {
                    throw new IllegalArgumentException("No selection " + name);
                }
                yield formula(selection);
            }
        };
    }

    private List<Formula> formulas(List<Condition> parts, Rule rule) {
        List<Formula> formulas = new ArrayList<>(parts.size());
        for (Condition part : parts) {
            formulas.add(formula(part, rule));
        }
        return formulas;
    }

    private List<Formula> formulas(List<Selection> parts) {
        List<Formula> formulas = new ArrayList<>(parts.size());
        for (Selection part : parts) {
            formulas.add(formula(part));
        }
        return formulas;
    }

    private Formula formula(Selection selection) {
        return switch (selection) {
            case Selection.AllOf(List<Selection> parts) -> Formula.and(formulas(parts));
            case Selection.AnyOf(List<Selection> parts) -> Formula.or(formulas(parts));
            case Selection.FieldMatch(String field, List<ValueTest> tests, boolean all) -> {
                int name = names.number(field);
                yield all
                        ? Formula.and(tests.stream().map(test -> any(name, List.of(test))).toList())
                        : any(name, tests);
            }
            case Selection.Keywords(List<ValueTest> tests, boolean all) ->
                    all
                            ? Formula.and(
                                    tests.stream()
                                            .map(test -> holds(anywhere(List.of(test))))
                                            .toList())
                            : holds(anywhere(tests));
        };
    }

    private Formula any(int name, List<ValueTest> tests) {
        List<Formula> parts = new ArrayList<>();
        List<ValueTest> values = new ArrayList<>();
        for (ValueTest test : tests) {
            switch (test) {
                case ValueTest.Exists(boolean there) ->
                        parts.add(there ? present(name) : present(name).not());
                case ValueTest.Not(ValueTest inner) ->
                        parts.add(
                                Formula.and(
                                        List.of(present(name), any(name, List.of(inner)).not())));
                case ValueTest.FieldRef(
                                String field,
                                ValueTest.FieldRef.Place place,
                                boolean cased) ->
                        parts.add(
                                Formula.and(
                                        List.of(
                                                present(name),
                                                holds(
                                                        new Check.Refers(
                                                                name,
                                                                names.number(field),
                                                                place,
                                                                cased)))));
                case ValueTest.Null unused -> {
                    parts.add(present(name).not());
                    values.add(test);
                }
                default -> values.add(test);
            }
        }
        if (!values.isEmpty()) {
            parts.add(holds(new Check.Passes(name, numbered(values))));
        }
        return Formula.or(parts);
    }

    private Check anywhere(List<ValueTest> values) {
        return new Check.Anywhere(numbered(values));
    }

    private List<Integer> numbered(List<ValueTest> values) {
        int[] all = new int[values.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = tests.number(values.get(i));
        }
        Arrays.sort(all);
        List<Integer> distinct = new ArrayList<>(all.length);
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                distinct.add(all[i]);
            }
        }
        return distinct;
    }

    private Formula present(int name) {
        return holds(new Check.Present(name));
    }

    private Formula holds(Check check) {
        int number = numbers.computeIfAbsent(check, unused -> numbers.size());
        if (number == users.size()) {
            users.add(0);
        }
        used.add(number);
        return new Formula.Holds(number);
    }
}
