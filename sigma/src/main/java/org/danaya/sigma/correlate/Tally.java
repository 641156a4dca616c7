package org.danaya.sigma.correlate;

import java.math.BigDecimal;
import java.util.Arrays;
import org.danaya.sigma.rule.Correlation.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of each group of a correlation, kept while hits come and go. Hits of a
 * correlation go in the order in which they came. Of a group that has no hits any more nothing is
 * left.
 */
abstract sealed class Tally permits Counting, Distinct, Present, Ordered, Adding, Ranking {
    /** What is kept with a hit that has nothing to measure. */
    static final int NOTHING = 0;

    /**
     * A hit of a group.
     *
     * @param hit its texts, from {@code at} on
     * @return what must be given back when it goes
     */
    abstract int add(int group, long time, int reference, int[] hit, int at);

    /** The oldest hit of all goes. */
    abstract void remove(int group, int kept);

    /**
     * What is measured; null where there is nothing to measure, or not in the order wanted.
     *
     * @param events how many hits the group has
     */
    abstract @Nullable BigDecimal value(int group, int events);

    static Tally of(Plan plan, Texts texts, Room room, Mixer mixer) {
        return switch (plan.correlation().measure()) {
            case Measure.EventCount count -> new Counting();
            case Measure.ValueCount count ->
                    new Distinct(plan, count.fields().size(), texts, room, mixer);
            case Measure.Temporal temporal ->
                    temporal.ordered()
                            ? new Ordered(plan.references(), texts, room, mixer)
                            : new Present(texts, room, mixer);
            case Measure.ValueSum sum -> new Adding(plan, false, texts, room);
            case Measure.ValueAverage average -> new Adding(plan, true, texts, room);
            case Measure.ValuePercentile percentile ->
                    new Ranking(plan, percentile.percentile(), texts, room, mixer);
        };
    }

    /** An array in which a number has a place. */
    static int[] with(int[] array, int number) {
        return number < array.length ? array : Arrays.copyOf(array, larger(array.length, number));
    }

    /** How long an array becomes in which a number has no place yet. */
    static int larger(int length, int number) {
        return Math.max(length * 2, number + 1);
    }
}
