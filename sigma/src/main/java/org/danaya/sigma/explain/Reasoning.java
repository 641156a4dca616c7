package org.danaya.sigma.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.danaya.sigma.rule.Condition;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.Selection;
import org.danaya.sigma.rule.ValueTest;

/** Looks for the reasons of one match. What doesn't hold has no answer; what holds, its reasons. */
final class Reasoning {

    private final Rule rule;
    private final Held held;
    private final Map<String, Optional<List<Reason>>> known = new HashMap<>();

    Reasoning(Rule rule, EventValues values) {
        this.rule = rule;
        this.held = new Held(values);
    }

    /** One more than are told at most, so that it shows whether there are more. */
    Optional<List<Reason>> reasons() {
        return condition(rule.condition(), true);
    }

    /** Why the condition is so: holds, or doesn't. */
    private Optional<List<Reason>> condition(Condition condition, boolean wanted) {
        return switch (condition) {
            case Condition.Not(Condition inner) -> condition(inner, !wanted);
            case Condition.And(List<Condition> parts) -> together(parts, wanted, wanted);
            case Condition.Or(List<Condition> parts) -> together(parts, wanted, !wanted);
            case Condition.Selected(String name) -> {
                Optional<List<Reason>> found =
                        known.computeIfAbsent(name, unused -> selection(name));
                yield wanted ? found : absent(found);
            }
        };
    }

    /** That something doesn't hold is needed, and no reason. */
    private static Optional<List<Reason>> absent(Optional<List<Reason>> found) {
        return found.isPresent() ? Optional.empty() : Optional.of(List.of());
    }

    private Optional<List<Reason>> together(List<Condition> parts, boolean wanted, boolean every) {
        return together(parts, every, part -> condition(part, wanted));
    }

    private Optional<List<Reason>> selection(String name) {
        Selection selection = rule.selections().get(name);
        return selection == null ? Optional.empty() : selection(name, selection);
    }

    private Optional<List<Reason>> selection(String name, Selection selection) {
        return switch (selection) {
            case Selection.AllOf(List<Selection> parts) ->
                    together(parts, true, part -> selection(name, part));
            case Selection.AnyOf(List<Selection> parts) ->
                    together(parts, false, part -> selection(name, part));
            case Selection.FieldMatch(String field, List<ValueTest> tests, boolean all) ->
                    together(tests, all, test -> field(name, field, test));
            case Selection.Keywords(List<ValueTest> tests, boolean all) ->
                    together(tests, all, test -> keyword(name, test));
        };
    }

    private Optional<List<Reason>> field(String selection, String field, ValueTest test) {
        return held.field(field, test)
                .map(
                        value ->
                                List.of(
                                        new Reason(
                                                selection,
                                                field,
                                                value,
                                                Spelling.of(field, test))));
    }

    private Optional<List<Reason>> keyword(String selection, ValueTest test) {
        return held.anywhere(test)
                .map(value -> List.of(new Reason(selection, "", value, Spelling.keyword(test))));
    }

    /** The reasons of every part, or of those that hold, of which one must. */
    private static <T> Optional<List<Reason>> together(
            List<T> parts, boolean every, Function<T, Optional<List<Reason>>> ask) {
        Set<Reason> reasons = new LinkedHashSet<>();
        boolean one = false;
        for (T part : parts) {
            Optional<List<Reason>> found = ask.apply(part);
            if (every && found.isEmpty()) {
                return Optional.empty();
            }
            one |= found.isPresent();
            for (Reason reason : found.orElse(List.of())) {
                if (reasons.size() <= Explanation.MOST) {
                    reasons.add(reason);
                }
            }
        }
        return every || one ? Optional.of(new ArrayList<>(reasons)) : Optional.empty();
    }
}
