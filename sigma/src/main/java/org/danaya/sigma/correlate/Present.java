package org.danaya.sigma.correlate;

import java.math.BigDecimal;

/** {@code temporal}: of how many references there are hits. */
final class Present extends Tally {
    private final Kinds kinds;

    Present(Texts texts, Room room, Mixer mixer) {
        kinds = new Kinds(new Tuples(2, 2, texts, room, mixer));
    }

    @Override
    int add(int group, long time, int reference, int[] hit, int at) {
        want(group, reference);
        return kinds.add();
    }

    @Override
    void remove(int group, int kept) {
        kinds.remove(kept);
    }

    @Override
    BigDecimal value(int group, int events) {
        return BigDecimal.valueOf(kinds.different(group));
    }

    /**
     * The number of a group's hits of a reference, as {@link #add} gave it; 0 where it has none.
     */
    int find(int group, int reference) {
        want(group, reference);
        return kinds.find();
    }

    /** How many hits stand behind such a number. */
    int count(int kept) {
        return kinds.count(kept);
    }

    private void want(int group, int reference) {
        kinds.wanted()[0] = group;
        kinds.wanted()[1] = reference;
    }
}
