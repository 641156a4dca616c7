package org.danaya.sigma.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.sigma.rule.Condition;
import org.danaya.sigma.rule.Read;
import org.danaya.sigma.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/** How selections and the condition go together. */
final class DetectionChecks {
    static final List<Check> ALL =
            List.of(
                    new SelectionUnused(),
                    new ConditionAllOfThem(),
                    new ConditionOnlyNot(),
                    new Timeframe(),
                    new NotOneMap());

    /** What may name selections: letters, digits, _, -, and * for any. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_*.-]+");

    private static final Pattern ALL_OF_THEM = Pattern.compile("\\ball\\s+of\\s+them\\b");

    private DetectionChecks() {}

    private static @Nullable Condition condition(Read read) {
        return switch (read) {
            case Read.OfRule of -> of.rule().condition();
            case Read.OfFilter of -> of.filter().suppressed();
            case Read.OfCorrelation of -> null;
            case Read.Refused refused -> null;
        };
    }

    private static void names(Condition condition, Set<String> names) {
        switch (condition) {
            case Condition.Selected selected -> names.add(selected.name());
            case Condition.Not not -> names(not.condition(), names);
            case Condition.And and -> and.conditions().forEach(one -> names(one, names));
            case Condition.Or or -> or.conditions().forEach(one -> names(one, names));
        }
    }

    /** The selections that the condition asks for; as far as it can be read where it is refused. */
    private static Set<String> used(View view) {
        Set<String> used = new HashSet<>();
        Condition condition = condition(view.read());
        if (condition != null) {
            names(condition, used);
            return used;
        }
        for (Yaml.Scalar text : conditions(view)) {
            Matcher words = WORD.matcher(text.text());
            while (words.find()) {
                String word = words.group();
                Pattern wanted =
                        Pattern.compile(
                                word.equals("them")
                                        ? ".*"
                                        : "\\Q" + word.replace("*", "\\E.*\\Q") + "\\E");
                view.selections().stream()
                        .filter(name -> wanted.matcher(name).matches())
                        .forEach(used::add);
            }
        }
        return used;
    }

    private static boolean holdsOfNothing(Condition condition) {
        return switch (condition) {
            case Condition.Selected selected -> false;
            case Condition.Not not -> !holdsOfNothing(not.condition());
            case Condition.And and ->
                    and.conditions().stream().allMatch(DetectionChecks::holdsOfNothing);
            case Condition.Or or ->
                    or.conditions().stream().anyMatch(DetectionChecks::holdsOfNothing);
        };
    }

    private static List<Yaml.Scalar> conditions(View view) {
        List<Yaml.Scalar> conditions = new ArrayList<>();
        Yaml value = view.section().get("condition");
        List<Yaml> items =
                value instanceof Yaml.Sequence list
                        ? list.items()
                        : value == null ? List.of() : List.of(value);
        for (Yaml item : items) {
            if (item instanceof Yaml.Scalar text) {
                conditions.add(text);
            }
        }
        return conditions;
    }

    private static final class SelectionUnused extends Check {
        SelectionUnused() {
            super(
                    "selection.unused",
                    Severity.WARNING,
                    "rules, Condition",
                    "The condition never asks for the selection {0}");
        }

        @Override
        void look(View view, Findings findings) {
            Set<String> used = used(view);
            for (String name : view.selections()) {
                Yaml.Entry entry = view.section().entries().get(name);
                if (!used.contains(name) && entry != null) {
                    findings.at(entry.key().line(), name);
                }
            }
        }
    }

    private static final class ConditionAllOfThem extends Check {
        ConditionAllOfThem() {
            super(
                    "condition.all-of-them",
                    Severity.NOTE,
                    "rules, Condition",
                    "«all of them» leaves no room for what others want to exclude; «all of selection*» does");
        }

        @Override
        void look(View view, Findings findings) {
            for (Yaml.Scalar condition : conditions(view)) {
                if (ALL_OF_THEM.matcher(condition.text()).find()) {
                    findings.at(condition.line());
                }
            }
        }
    }

    private static final class ConditionOnlyNot extends Check {
        ConditionOnlyNot() {
            super(
                    "condition.only-not",
                    Severity.WARNING,
                    "rules, Condition",
                    "The condition holds where nothing is found: the rule matches every event of its log source that it doesn't exclude");
        }

        @Override
        void look(View view, Findings findings) {
            Condition condition = condition(view.read());
            if (view.isRule() && condition != null && holdsOfNothing(condition)) {
                findings.at(view.section().line());
            }
        }
    }

    private static final class Timeframe extends Check {
        Timeframe() {
            super(
                    "detection.timeframe",
                    Severity.WARNING,
                    "rules, Detection",
                    "timeframe belonged to the aggregations of Sigma 1: write a correlation");
        }

        @Override
        void look(View view, Findings findings) {
            Yaml.Entry entry = view.section().entries().get("timeframe");
            if (view.isRule() && entry != null) {
                findings.at(entry.key().line());
            }
        }
    }

    private static final class NotOneMap extends Check {
        NotOneMap() {
            super(
                    "selection.one-item-list",
                    Severity.NOTE,
                    "rules, Lists",
                    "A list of one map is that map");
        }

        @Override
        void look(View view, Findings findings) {
            for (String name : view.selections()) {
                if (view.section().get(name) instanceof Yaml.Sequence list
                        && list.items().size() == 1
                        && list.items().getFirst() instanceof Yaml.Mapping) {
                    findings.at(list.line());
                }
            }
        }
    }
}
