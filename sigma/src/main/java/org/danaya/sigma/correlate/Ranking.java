package org.danaya.sigma.correlate;

import java.math.BigDecimal;
import org.danaya.sigma.rule.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * {@code value_percentile}, {@code value_median}: between the two nearest numbers, in proportion.
 */
final class Ranking extends Tally {
    private final Plan plan;
    private final BigDecimal part;
    private final Texts texts;
    private final Trees trees;

    /** By group: the root of its numbers. */
    private int[] roots = new int[8];

    Ranking(Plan plan, BigDecimal percentile, Texts texts, Room room, Mixer mixer) {
        this.plan = plan;
        this.texts = texts;
        part = percentile.movePointLeft(2);
        trees = new Trees(room, mixer);
    }

    @Override
    int add(int group, long time, int reference, int[] hit, int at) {
        int text = Plan.text(hit, at, plan.values(reference)[0]);
        BigDecimal number = text == Texts.NONE ? null : Numbers.read(texts.text(text));
        if (number == null) {
            return NOTHING;
        }
        roots = with(roots, group);
        roots[group] = trees.add(roots[group], number);
        return trees.added();
    }

    @Override
    void remove(int group, int kept) {
        if (kept != NOTHING) {
            roots[group] = trees.remove(roots[group], kept);
        }
    }

    @Override
    @Nullable BigDecimal value(int group, int events) {
        int root = group < roots.length ? roots[group] : Trees.NONE;
        if (root == Trees.NONE) {
            return null;
        }
        int last = trees.size(root) - 1;
        BigDecimal place = part.multiply(BigDecimal.valueOf(last));
        int below = place.intValue();
        BigDecimal rest = place.subtract(BigDecimal.valueOf(below));
        BigDecimal number = trees.get(root, below);
        return rest.signum() == 0
                ? number
                : number.add(trees.get(root, below + 1).subtract(number).multiply(rest));
    }
}
