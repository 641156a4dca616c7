package org.danaya.sigma.rule;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A correlation: a detection over what other rules or correlations found within a time span (Sigma
 * correlation rules 2.1).
 *
 * @param rules ids or names of what it refers to, in the document's order; {@link RuleSet} resolves
 *     them
 * @param aliases by alias, then by id or name of the rule: the field that the alias stands for
 *     («Field Name Aliases»)
 * @param groupBy fields or aliases that must be equal; empty where all events are one group
 * @param generate whether what it refers to is also reported by itself («Generate»)
 */
public record Correlation(
        Header header,
        Measure measure,
        List<String> rules,
        List<String> groupBy,
        Map<String, Map<String, String>> aliases,
        Duration timeSpan,
        boolean generate)
        implements Detector {
    public Correlation {
        rules = List.copyOf(rules);
        groupBy = List.copyOf(groupBy);
        aliases = Ordered.copy(aliases);
    }

    /** What is measured in a group within the time span, and when it matches. */
    public sealed interface Measure {
        /** {@code event_count}: how many events. */
        record EventCount(List<Bound> bounds) implements Measure {}

        /** {@code value_count}: how many distinct values, or tuples of values, of the fields. */
        record ValueCount(List<String> fields, List<Bound> bounds) implements Measure {}

        /**
         * {@code temporal}, {@code temporal_ordered}: how many of the referred rules found
         * something. Without bounds: all of them.
         *
         * @param ordered whether in the order in which they're listed
         */
        record Temporal(boolean ordered, List<Bound> bounds) implements Measure {}

        /** {@code value_sum}: the sum of a numeric field. */
        record ValueSum(String field, List<Bound> bounds) implements Measure {}

        /** {@code value_avg}: the average of a numeric field. */
        record ValueAverage(String field, List<Bound> bounds) implements Measure {}

        /**
         * {@code value_percentile}: the percentile of a numeric field; 50, the median, where the
         * document says none.
         *
         * @param percentile 0 to 100
         */
        record ValuePercentile(String field, BigDecimal percentile, List<Bound> bounds)
                implements Measure {}
    }

    /** A limit that the measure must keep; several are linked by AND («Condition»). */
    public record Bound(Order order, BigDecimal value) {}
}
