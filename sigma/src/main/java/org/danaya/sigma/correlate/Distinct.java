package org.danaya.sigma.correlate;

import java.math.BigDecimal;

/** {@code value_count}: how many different values, or tuples of values none of which is missing. */
final class Distinct extends Tally {
    private final Plan plan;
    private final Kinds kinds;

    Distinct(Plan plan, int fields, Texts texts, Room room, Mixer mixer) {
        this.plan = plan;
        kinds = new Kinds(new Tuples(fields + 1, 1, texts, room, mixer));
    }

    @Override
    int add(int group, long time, int reference, int[] hit, int at) {
        int[] columns = plan.values(reference);
        int[] wanted = kinds.wanted();
        wanted[0] = group;
        for (int i = 0; i < columns.length; i++) {
            int text = Plan.text(hit, at, columns[i]);
            if (text == Texts.NONE) {
                return NOTHING;
            }
            wanted[i + 1] = text;
        }
        return kinds.add();
    }

    @Override
    void remove(int group, int kept) {
        if (kept != NOTHING) {
            kinds.remove(kept);
        }
    }

    @Override
    BigDecimal value(int group, int events) {
        return BigDecimal.valueOf(kinds.different(group));
    }
}
