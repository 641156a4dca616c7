package org.danaya.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.danaya.sigma.rule.Part;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.Selection;
import org.danaya.sigma.rule.ValueTest;

/**
 * Rules like others, with other values, in which two letters or digits are others. What is shorter
 * than four characters, and numbers, stay; so does a share of the fields that a rule asks for, as
 * many rules of one program or kind of event ask for the same.
 */
final class VariedRules {

    private static final int SHORTEST = 4;
    private static final int CHANGES = 2;
    private static final int LETTERS = 26;

    private final Random random;
    private final int kept;

    /** How many values were changed. */
    private long changed;

    private VariedRules(int kept, long seed) {
        this.kept = kept;
        random = new Random(seed);
    }

    /**
     * These rules, and behind them such as are like them, until there are so many.
     *
     * @param kept of 100 fields, those that are asked for the same
     */
    static List<Rule> of(List<Rule> rules, int count, int kept, long seed) {
        VariedRules varied = new VariedRules(kept, seed);
        List<Rule> all = new ArrayList<>(rules);
        for (int i = 0; all.size() < count; i++) {
            long before = varied.changed;
            Rule one = varied.rule(rules.get(i % rules.size()));
            if (varied.changed > before) {
                all.add(one);
            }
        }
        return all;
    }

    private Rule rule(Rule rule) {
        Map<String, Selection> selections = new LinkedHashMap<>();
        rule.selections().forEach((name, of) -> selections.put(name, selection(of)));
        return new Rule(rule.header(), rule.logSource(), selections, rule.condition());
    }

    private Selection selection(Selection selection) {
        return switch (selection) {
            case Selection.AllOf(List<Selection> parts) ->
                    new Selection.AllOf(parts.stream().map(this::selection).toList());
            case Selection.AnyOf(List<Selection> parts) ->
                    new Selection.AnyOf(parts.stream().map(this::selection).toList());
            case Selection.FieldMatch(String field, List<ValueTest> tests, boolean all) ->
                    random.nextInt(100) < kept
                            ? selection
                            : new Selection.FieldMatch(
                                    field, tests.stream().map(this::test).toList(), all);
            case Selection.Keywords(List<ValueTest> tests, boolean all) ->
                    new Selection.Keywords(tests.stream().map(this::test).toList(), all);
        };
    }

    private ValueTest test(ValueTest test) {
        return switch (test) {
            case ValueTest.Glob(List<Part> parts, boolean cased) ->
                    new ValueTest.Glob(parts.stream().map(this::part).toList(), cased);
            case ValueTest.Not(ValueTest inner) -> new ValueTest.Not(test(inner));
            default -> test;
        };
    }

    private Part part(Part part) {
        if (!(part instanceof Part.Literal(String text)) || text.length() < SHORTEST) {
            return part;
        }
        StringBuilder other = new StringBuilder(text);
        for (int i = 0; i < CHANGES; i++) {
            int at = random.nextInt(text.length());
            if (Character.isLetterOrDigit(text.charAt(at))) {
                other.setCharAt(at, (char) ('a' + random.nextInt(LETTERS)));
            }
        }
        changed += text.contentEquals(other) ? 0 : 1;
        return new Part.Literal(other.toString());
    }
}
