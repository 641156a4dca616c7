package org.danaya.defence.detection.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.danaya.sigma.correlate.Correlated;
import org.danaya.sigma.explain.Reason;
import org.danaya.sigma.rule.Correlation;
import org.danaya.sigma.rule.Correlation.Bound;
import org.danaya.sigma.rule.Correlation.Measure;
import org.danaya.sigma.rule.Order;

/** Why a correlation found something: what it measured, and what its condition asks. */
final class Measured {

    /** What documents call that part of a correlation. */
    private static final String CONDITION = "condition";

    private Measured() {}

    static Reason of(Correlated correlated) {
        Correlation correlation = correlated.correlation();
        Measure measure = correlation.measure();
        String test =
                type(measure)
                        + " "
                        + bounds(measure, correlation).stream()
                                .map(Measured::written)
                                .collect(Collectors.joining(", "))
                        + ", timespan: "
                        + written(correlation.timeSpan());
        return new Reason(
                CONDITION,
                shortened(String.join(", ", fields(measure))),
                shortened(correlated.value().toString()),
                shortened(test));
    }

    private static String type(Measure measure) {
        return switch (measure) {
            case Measure.EventCount _ -> "event_count";
            case Measure.ValueCount _ -> "value_count";
            case Measure.Temporal temporal -> temporal.ordered() ? "temporal_ordered" : "temporal";
            case Measure.ValueSum _ -> "value_sum";
            case Measure.ValueAverage _ -> "value_avg";
            case Measure.ValuePercentile percentile ->
                    "value_percentile percentile: " + percentile.percentile() + ",";
        };
    }

    private static List<String> fields(Measure measure) {
        return switch (measure) {
            case Measure.EventCount _, Measure.Temporal _ -> List.of();
            case Measure.ValueCount count -> count.fields();
            case Measure.ValueSum sum -> List.of(sum.field());
            case Measure.ValueAverage average -> List.of(average.field());
            case Measure.ValuePercentile percentile -> List.of(percentile.field());
        };
    }

    private static List<Bound> bounds(Measure measure, Correlation correlation) {
        return switch (measure) {
            case Measure.EventCount count -> count.bounds();
            case Measure.ValueCount count -> count.bounds();
            case Measure.Temporal temporal when temporal.bounds().isEmpty() ->
                    List.of(new Bound(Order.EQ, new BigDecimal(correlation.rules().size())));
            case Measure.Temporal temporal -> temporal.bounds();
            case Measure.ValueSum sum -> sum.bounds();
            case Measure.ValueAverage average -> average.bounds();
            case Measure.ValuePercentile percentile -> percentile.bounds();
        };
    }

    private static String written(Bound bound) {
        return bound.order().name().toLowerCase(Locale.ROOT) + ": " + bound.value();
    }

    /** In the largest unit of documents that it is a whole number of. */
    private static String written(Duration span) {
        long seconds = span.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private static String shortened(String text) {
        return text.length() <= Reason.LONGEST ? text : text.substring(0, Reason.LONGEST - 1) + "…";
    }
}
