package org.danaya.sigma.correlate;

import java.util.Arrays;

/**
 * The host that the latest hits of each group of a correlation have in common. A time span holds a
 * group's latest hits: they all have one host where as many hits in a row had it. Of groups without
 * any host nothing is kept.
 */
final class Hosts {
    private static final long COUNT = 0xffff_ffffL;

    private final Texts texts;

    /**
     * By group: above, the host of its latest hit, held; below, how many hits up to that one have
     * it, or as many as an int can tell.
     */
    private long[] latest = {};

    Hosts(Texts texts) {
        this.texts = texts;
    }

    /** A hit of a group, with its host. */
    void add(int group, int host) {
        if (group >= latest.length) {
            if (host == Texts.NONE) {
                return;
            }
            latest = Arrays.copyOf(latest, Tally.larger(latest.length, group));
        }
        long known = latest[group];
        if ((int) (known >>> 32) != host) {
            texts.hold(host);
            texts.release((int) (known >>> 32));
            latest[group] = ((long) host << 32) | 1;
        } else if ((known & COUNT) < Integer.MAX_VALUE) {
            latest[group] = known + 1;
        }
    }

    /** The host that so many of the latest hits have; {@link Texts#NONE} for none. */
    int shared(int group, int hits) {
        return group < latest.length && (latest[group] & COUNT) >= hits
                ? (int) (latest[group] >>> 32)
                : Texts.NONE;
    }

    /** A group has no hits any more. */
    void remove(int group) {
        if (group < latest.length) {
            texts.release((int) (latest[group] >>> 32));
            latest[group] = 0;
        }
    }
}
