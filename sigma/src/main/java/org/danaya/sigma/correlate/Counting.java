package org.danaya.sigma.correlate;

import java.math.BigDecimal;

/** {@code event_count}: how many hits. */
final class Counting extends Tally {
    @Override
    int add(int group, long time, int reference, int[] hit, int at) {
        return NOTHING;
    }

    @Override
    void remove(int group, int kept) {
        // The hits themselves are counted.
    }

    @Override
    BigDecimal value(int group, int events) {
        return BigDecimal.valueOf(events);
    }
}
