package org.danaya.sigma.correlate;

import java.math.BigDecimal;
import java.util.List;
import org.danaya.sigma.rule.Correlation;
import org.danaya.sigma.rule.Correlation.Bound;
import org.danaya.sigma.rule.Correlation.Measure;
import org.danaya.sigma.rule.Order;

/**
 * A correlation made ready: what it refers to by the numbers of sources, and for each of them the
 * columns of a hit from which the group and the measured values are taken.
 */
final class Plan {
    /** The column of a field that hits of a source never have. */
    static final int NO_COLUMN = -1;

    /** The column of the host. */
    static final int HOST = 0;

    private final Correlation correlation;
    private final int[] sources;
    private final int[][] keys;
    private final int[][] values;

    /** The time span in nanoseconds. */
    final long span;

    Plan(Correlation correlation, int[] sources, int[][] keys, int[][] values) {
        this.correlation = correlation;
        this.sources = sources;
        this.keys = keys;
        this.values = values;
        span = EventTime.span(correlation.timeSpan());
    }

    Correlation correlation() {
        return correlation;
    }

    /** How many rules and correlations it refers to. */
    int references() {
        return sources.length;
    }

    int source(int reference) {
        return sources[reference];
    }

    /** The columns of the group of a reference's hits. */
    int[] keys(int reference) {
        return keys[reference];
    }

    /** The columns of the measured values of a reference's hits. */
    int[] values(int reference) {
        return values[reference];
    }

    /** The text of a column of a hit whose columns begin at a place; 0 where it has none. */
    static int text(int[] hit, int at, int column) {
        return column == NO_COLUMN ? Texts.NONE : hit[at + column];
    }

    /** The fields that are measured. */
    static List<String> fields(Measure measure) {
        return switch (measure) {
            case Measure.EventCount count -> List.of();
            case Measure.ValueCount count -> count.fields();
            case Measure.Temporal temporal -> List.of();
            case Measure.ValueSum sum -> List.of(sum.field());
            case Measure.ValueAverage average -> List.of(average.field());
            case Measure.ValuePercentile percentile -> List.of(percentile.field());
        };
    }

    /** Between what what is measured must lie. */
    List<Bound> bounds() {
        return switch (correlation.measure()) {
            case Measure.EventCount count -> count.bounds();
            case Measure.ValueCount count -> count.bounds();
            case Measure.Temporal temporal ->
                    temporal.bounds().isEmpty()
                            ? List.of(new Bound(Order.EQ, BigDecimal.valueOf(references())))
                            : temporal.bounds();
            case Measure.ValueSum sum -> sum.bounds();
            case Measure.ValueAverage average -> average.bounds();
            case Measure.ValuePercentile percentile -> percentile.bounds();
        };
    }
}
