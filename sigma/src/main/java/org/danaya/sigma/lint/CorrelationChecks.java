package org.danaya.sigma.lint;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.danaya.sigma.rule.Correlation;
import org.danaya.sigma.rule.Read;
import org.danaya.sigma.yaml.Yaml;

/** Correlations and filters. */
final class CorrelationChecks {
    static final List<Check> ALL =
            List.of(
                    new GroupByMissing(),
                    new AliasUnused(),
                    new AliasIncomplete(),
                    new BoundsContradict(),
                    new PercentileMissing(),
                    new RuleTwice(),
                    new FilterRulesMissing(),
                    new FilterRank());

    private CorrelationChecks() {}

    private static Yaml.Mapping section(View view) {
        return view.document().get("correlation") instanceof Yaml.Mapping map
                ? map
                : new Yaml.Mapping(Map.of(), 1);
    }

    private static List<Correlation.Bound> bounds(Correlation.Measure measure) {
        return switch (measure) {
            case Correlation.Measure.EventCount count -> count.bounds();
            case Correlation.Measure.ValueCount count -> count.bounds();
            case Correlation.Measure.Temporal temporal -> temporal.bounds();
            case Correlation.Measure.ValueSum sum -> sum.bounds();
            case Correlation.Measure.ValueAverage average -> average.bounds();
            case Correlation.Measure.ValuePercentile percentile -> percentile.bounds();
        };
    }

    /** Numbers at, just below and just above each bound: if none of them keeps all, none does. */
    private static Stream<BigDecimal> candidates(List<Correlation.Bound> bounds) {
        BigDecimal little = new BigDecimal("0.000001");
        return bounds.stream()
                .map(Correlation.Bound::value)
                .flatMap(value -> Stream.of(value, value.add(little), value.subtract(little)));
    }

    private static final class GroupByMissing extends Check {
        GroupByMissing() {
            super(
                    "correlation.group-by-missing",
                    Severity.WARNING,
                    "correlations, Grouping",
                    "There is no group-by: all events are one group");
        }

        @Override
        void look(View view, Findings findings) {
            if (view.read() instanceof Read.OfCorrelation of
                    && of.correlation().groupBy().isEmpty()) {
                findings.at(section(view).line());
            }
        }
    }

    private static final class AliasUnused extends Check {
        AliasUnused() {
            super(
                    "correlation.alias-unused",
                    Severity.WARNING,
                    "correlations, Aliases",
                    "The alias {0} isn't one of the group-by");
        }

        @Override
        void look(View view, Findings findings) {
            if (view.read() instanceof Read.OfCorrelation of) {
                for (String alias : of.correlation().aliases().keySet()) {
                    if (!of.correlation().groupBy().contains(alias)) {
                        findings.at(section(view).line(), alias);
                    }
                }
            }
        }
    }

    private static final class AliasIncomplete extends Check {
        AliasIncomplete() {
            super(
                    "correlation.alias-incomplete",
                    Severity.WARNING,
                    "correlations, Field Name Aliases",
                    "The alias {0} has no field for {1}");
        }

        @Override
        void look(View view, Findings findings) {
            if (view.read() instanceof Read.OfCorrelation of) {
                of.correlation()
                        .aliases()
                        .forEach(
                                (alias, fields) -> {
                                    for (String rule : of.correlation().rules()) {
                                        if (!fields.containsKey(rule)) {
                                            findings.at(section(view).line(), alias, rule);
                                        }
                                    }
                                });
            }
        }
    }

    private static final class BoundsContradict extends Check {
        BoundsContradict() {
            super(
                    "correlation.bounds-contradict",
                    Severity.ERROR,
                    "correlations, Condition",
                    "No number keeps all criteria of the condition");
        }

        @Override
        void look(View view, Findings findings) {
            if (view.read() instanceof Read.OfCorrelation of) {
                List<Correlation.Bound> bounds = bounds(of.correlation().measure());
                if (!bounds.isEmpty()
                        && candidates(bounds)
                                .noneMatch(
                                        number ->
                                                bounds.stream()
                                                        .allMatch(
                                                                bound ->
                                                                        bound.order()
                                                                                .holds(
                                                                                        number,
                                                                                        bound
                                                                                                .value())))) {
                    findings.at(section(view).line());
                }
            }
        }
    }

    private static final class PercentileMissing extends Check {
        PercentileMissing() {
            super(
                    "correlation.percentile-missing",
                    Severity.NOTE,
                    "correlations, Value Percentile",
                    "The condition says no percentile: 50 is taken");
        }

        @Override
        void look(View view, Findings findings) {
            if (section(view).get("type") instanceof Yaml.Scalar type
                    && type.text().equals("value_percentile")
                    && section(view).get("condition") instanceof Yaml.Mapping condition
                    && condition.get("percentile") == null) {
                findings.at(condition.line());
            }
        }
    }

    private static final class RuleTwice extends Check {
        RuleTwice() {
            super(
                    "correlation.rule-twice",
                    Severity.WARNING,
                    "correlations, Related rules",
                    "{0} is referred to twice");
        }

        @Override
        void look(View view, Findings findings) {
            if (view.read() instanceof Read.OfCorrelation of) {
                Set<String> seen = new HashSet<>();
                for (String rule : of.correlation().rules()) {
                    if (!seen.add(rule)) {
                        findings.at(section(view).line(), rule);
                    }
                }
            }
        }
    }

    private static final class FilterRulesMissing extends Check {
        FilterRulesMissing() {
            super(
                    "filter.rules-missing",
                    Severity.ERROR,
                    "filters, Relative rules",
                    "The filter names no rules: it is for all of its log source");
        }

        @Override
        void look(View view, Findings findings) {
            if (view.isFilter() && view.section().get("rules") == null) {
                findings.at(view.section().line());
            }
        }
    }

    private static final class FilterRank extends Check {
        FilterRank() {
            super("filter.rank", Severity.WARNING, "filters, Syntax", "A filter has no {0}");
        }

        @Override
        void look(View view, Findings findings) {
            for (String attribute : List.of("level", "status")) {
                Yaml.Entry entry = view.document().entries().get(attribute);
                if (view.isFilter() && entry != null) {
                    findings.at(entry.key().line(), attribute);
                }
            }
        }
    }
}
