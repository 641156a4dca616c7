package org.danaya.sigma.correlate;

/** How many different tuples each group has. The first number of a tuple is that of the group. */
final class Kinds {
    private final Tuples tuples;

    /** By group: how many different ones. */
    private int[] different = new int[8];

    Kinds(Tuples tuples) {
        this.tuples = tuples;
    }

    /**
     * The numbers of a tuple that is added or looked for, the group first; filled by the caller.
     */
    int[] wanted() {
        return tuples.wanted;
    }

    /** The number of the tuple that is wanted, which is there once more. */
    int add() {
        int number = tuples.add();
        if (tuples.count(number) == 1) {
            int group = tuples.wanted[0];
            different = Tally.with(different, group);
            different[group]++;
        }
        return number;
    }

    /** The number of the tuple that is wanted, or 0. */
    int find() {
        return tuples.find();
    }

    /** Takes a tuple away once; whether that was the last time. */
    boolean remove(int number) {
        int group = tuples.get(number, 0);
        boolean last = tuples.remove(number);
        if (last) {
            different[group]--;
        }
        return last;
    }

    /** How many different ones a group has. */
    int different(int group) {
        return group < different.length ? different[group] : 0;
    }

    /** How many times a tuple is there. */
    int count(int number) {
        return tuples.count(number);
    }
}
