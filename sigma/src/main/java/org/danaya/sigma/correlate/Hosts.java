package org.danaya.sigma.correlate;

/**
 * The host that the latest hits of each group of a correlation have in common. A time span holds a
 * group's latest hits: they all have one host where as many hits in a row had it.
 */
final class Hosts {
    private final Texts texts;

    /** By group: the host of its latest hit, held, and how many hits up to that one have it. */
    private int[] latest = new int[16];

    private int[] inARow = new int[16];

    Hosts(Texts texts) {
        this.texts = texts;
    }

    /** A hit of a group, with its host. */
    void add(int group, int host) {
        latest = Tally.with(latest, group);
        inARow = Tally.with(inARow, group);
        if (latest[group] == host) {
            // Of more than an int can count there are still enough.
            inARow[group] = Math.max(inARow[group], inARow[group] + 1);
            return;
        }
        texts.hold(host);
        texts.release(latest[group]);
        latest[group] = host;
        inARow[group] = 1;
    }

    /** The host that so many of the latest hits have; {@link Texts#NONE} for none. */
    int shared(int group, int hits) {
        return inARow[group] >= hits ? latest[group] : Texts.NONE;
    }

    /** A group has no hits any more. */
    void remove(int group) {
        texts.release(latest[group]);
        latest[group] = Texts.NONE;
        inARow[group] = 0;
    }
}
