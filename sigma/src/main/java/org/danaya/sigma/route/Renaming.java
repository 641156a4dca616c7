package org.danaya.sigma.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.Selection;
import org.danaya.sigma.rule.ValueTest;

/** A rule that asks the same of fields of other names. */
public final class Renaming {

    private final UnaryOperator<String> names;

    private Renaming(UnaryOperator<String> names) {
        this.names = names;
    }

    /** The rule with each field's name changed. */
    public static Rule of(Rule rule, UnaryOperator<String> names) {
        Renaming renaming = new Renaming(names);
        Map<String, Selection> selections = new LinkedHashMap<>();
        rule.selections().forEach((name, of) -> selections.put(name, renaming.selection(of)));
        return new Rule(rule.header(), rule.logSource(), selections, rule.condition());
    }

    private Selection selection(Selection selection) {
        return switch (selection) {
            case Selection.AllOf(List<Selection> parts) -> new Selection.AllOf(selections(parts));
            case Selection.AnyOf(List<Selection> parts) -> new Selection.AnyOf(selections(parts));
            case Selection.FieldMatch(String field, List<ValueTest> tests, boolean all) ->
                    new Selection.FieldMatch(names.apply(field), tests(tests), all);
            case Selection.Keywords keywords -> keywords;
        };
    }

    private List<Selection> selections(List<Selection> parts) {
        List<Selection> renamed = new ArrayList<>(parts.size());
        for (Selection part : parts) {
            renamed.add(selection(part));
        }
        return renamed;
    }

    private List<ValueTest> tests(List<ValueTest> tests) {
        List<ValueTest> renamed = new ArrayList<>(tests.size());
        for (ValueTest test : tests) {
            renamed.add(test(test));
        }
        return renamed;
    }

    private ValueTest test(ValueTest test) {
        return switch (test) {
            case ValueTest.FieldRef(String field, ValueTest.FieldRef.Place place, boolean cased) ->
                    new ValueTest.FieldRef(names.apply(field), place, cased);
            case ValueTest.Not(ValueTest inner) -> new ValueTest.Not(test(inner));
            default -> test;
        };
    }
}
