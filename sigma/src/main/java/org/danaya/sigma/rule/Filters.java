package org.danaya.sigma.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How filters work on rules. The specification says that a filter suppresses matches (Sigma
 * filters, «Introduction»). Its condition is written in two ways: the specification's example names
 * what is suppressed ({@code selection}), its schema and the converters also know what is kept
 * ({@code not selection}). A condition without any {@code not} is taken as the first, one whose
 * every part is negated as the second; a mixture could mean either and is refused.
 */
final class Filters {
    private Filters() {}

    static Condition suppressed(Condition condition, int line) throws Refusal {
        if (names(condition)) {
            return condition;
        }
        if (keeps(condition)) {
            return inverse(condition);
        }
        throw new Refusal(
                Cause.FILTER_AMBIGUOUS,
                line,
                "A filter's condition must either name what is suppressed or negate all of it: this one does both");
    }

    private static boolean names(Condition condition) {
        return switch (condition) {
            case Condition.Selected selected -> true;
            case Condition.Not not -> false;
            case Condition.And and -> and.conditions().stream().allMatch(Filters::names);
            case Condition.Or or -> or.conditions().stream().allMatch(Filters::names);
        };
    }

    private static boolean keeps(Condition condition) {
        return switch (condition) {
            case Condition.Selected selected -> false;
            case Condition.Not not -> names(not.condition());
            case Condition.And and -> and.conditions().stream().allMatch(Filters::keeps);
            case Condition.Or or -> or.conditions().stream().allMatch(Filters::keeps);
        };
    }

    private static Condition inverse(Condition condition) {
        return switch (condition) {
            case Condition.Not not -> not.condition();
            case Condition.And and ->
                    Conditions.any(and.conditions().stream().map(Filters::inverse).toList());
            case Condition.Or or ->
                    Conditions.all(or.conditions().stream().map(Filters::inverse).toList());
            case Condition.Selected selected -> new Condition.Not(selected);
        };
    }

    /**
     * Whether the filter is for the rule: named, or for all; and of a log source that the rule's
     * has whole.
     */
    static boolean concerns(Filter filter, Rule rule) {
        Header header = rule.header();
        boolean named =
                filter.rules().isEmpty()
                        || filter.rules().stream()
                                .anyMatch(
                                        name ->
                                                name.equals(header.id())
                                                        || name.equals(header.name()));
        return named && filter.logSource().covers(rule.logSource());
    }

    /**
     * The rule, unless the filter suppresses it. The filter's selections get names of their own.
     */
    static Rule apply(Filter filter, int number, Rule rule) {
        String prefix = "_filter" + number + ".";
        Map<String, Selection> selections = new LinkedHashMap<>(rule.selections());
        filter.selections().forEach((name, selection) -> selections.put(prefix + name, selection));
        List<Condition> conditions = new ArrayList<>();
        conditions.add(rule.condition());
        conditions.add(new Condition.Not(renamed(filter.suppressed(), prefix)));
        return new Rule(rule.header(), rule.logSource(), selections, Conditions.all(conditions));
    }

    private static Condition renamed(Condition condition, String prefix) {
        return switch (condition) {
            case Condition.Selected selected -> new Condition.Selected(prefix + selected.name());
            case Condition.Not not -> new Condition.Not(renamed(not.condition(), prefix));
            case Condition.And and ->
                    new Condition.And(
                            and.conditions().stream().map(c -> renamed(c, prefix)).toList());
            case Condition.Or or ->
                    new Condition.Or(
                            or.conditions().stream().map(c -> renamed(c, prefix)).toList());
        };
    }
}
