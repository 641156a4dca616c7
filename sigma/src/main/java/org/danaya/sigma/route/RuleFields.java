package org.danaya.sigma.route;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.danaya.sigma.rule.Rule;
import org.danaya.sigma.rule.Selection;
import org.danaya.sigma.rule.ValueTest;

/** What of an event a rule looks at. */
public final class RuleFields {

    private final Set<String> fields = new LinkedHashSet<>();
    private boolean keywords;

    private RuleFields() {}

    /** The fields that a rule names, those that it compares others with too. */
    public static Set<String> of(Rule rule) {
        return read(rule).fields;
    }

    /** Whether a rule searches everywhere. */
    public static boolean searchEverywhere(Rule rule) {
        return read(rule).keywords;
    }

    private static RuleFields read(Rule rule) {
        RuleFields read = new RuleFields();
        rule.selections().values().forEach(read::selection);
        return read;
    }

    private void selection(Selection selection) {
        switch (selection) {
            case Selection.AllOf(List<Selection> parts) -> parts.forEach(this::selection);
            case Selection.AnyOf(List<Selection> parts) -> parts.forEach(this::selection);
            case Selection.FieldMatch(String field, List<ValueTest> tests, boolean all) -> {
                fields.add(field);
                tests.forEach(this::test);
            }
            case Selection.Keywords unused -> keywords = true;
        }
    }

    private void test(ValueTest test) {
        if (test instanceof ValueTest.FieldRef refers) {
            fields.add(refers.field());
        } else if (test instanceof ValueTest.Not not) {
            test(not.test());
        }
    }
}
