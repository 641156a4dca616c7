package org.danaya.sigma.correlate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.danaya.sigma.rule.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * {@code value_sum} and {@code value_avg}, exactly: whole numbers of up to nine digits in a long,
 * all others as decimals. An average has 34 digits.
 *
 * <p>With a hit is kept either such a whole number, shifted by one bit that is 1, or the number of
 * its text, shifted by one bit that is 0.
 */
final class Adding extends Tally {
    private static final int MOST_DIGITS = 9;

    private final Plan plan;
    private final boolean average;
    private final Texts texts;
    private final Room room;

    /** By group: how many numbers, the sum of the small ones, and that of the others. */
    private int[] counts = new int[8];

    private long[] small = new long[8];
    private @Nullable BigDecimal[] others = new BigDecimal[8];

    /** By group: how many of the numbers aren't small. */
    private int[] otherCounts = new int[8];

    Adding(Plan plan, boolean average, Texts texts, Room room) {
        this.plan = plan;
        this.average = average;
        this.texts = texts;
        this.room = room;
    }

    @Override
    int add(int group, long time, int reference, int[] hit, int at) {
        int text = Plan.text(hit, at, plan.values(reference)[0]);
        BigDecimal number = text == Texts.NONE ? null : Numbers.read(texts.text(text));
        if (number == null) {
            return NOTHING;
        }
        makePlace(group);
        counts[group]++;
        if (number.scale() == 0 && number.precision() <= MOST_DIGITS) {
            int whole = number.intValue();
            small[group] += whole;
            return (whole << 1) | 1;
        }
        texts.hold(text);
        otherCounts[group]++;
        change(group, number);
        return text << 1;
    }

    @Override
    void remove(int group, int kept) {
        if (kept == NOTHING) {
            return;
        }
        counts[group]--;
        if ((kept & 1) == 1) {
            small[group] -= kept >> 1;
            return;
        }
        int text = kept >>> 1;
        BigDecimal number = Numbers.read(texts.text(text));
        texts.release(text);
        otherCounts[group]--;
        if (number != null) {
            change(group, number.negate());
        }
    }

    @Override
    @Nullable BigDecimal value(int group, int events) {
        if (group >= counts.length || counts[group] == 0) {
            return null;
        }
        BigDecimal other = others[group];
        BigDecimal whole = BigDecimal.valueOf(small[group]);
        BigDecimal sum = other == null ? whole : other.add(whole);
        return average
                ? sum.divide(BigDecimal.valueOf(counts[group]), MathContext.DECIMAL128)
                : sum;
    }

    private void change(int group, BigDecimal by) {
        BigDecimal before = others[group];
        BigDecimal after = before == null ? by : before.add(by);
        room.bytes -= bytes(before);
        others[group] = otherCounts[group] == 0 ? null : after;
        room.bytes += bytes(others[group]);
    }

    /** About as much memory as a decimal takes. */
    static int bytes(@Nullable BigDecimal number) {
        return number == null ? 0 : 48 + (number.precision() >>> 1);
    }

    private void makePlace(int group) {
        if (group >= counts.length) {
            int length = larger(counts.length, group);
            counts = Arrays.copyOf(counts, length);
            otherCounts = Arrays.copyOf(otherCounts, length);
            small = Arrays.copyOf(small, length);
            others = Arrays.copyOf(others, length);
        }
    }
}
