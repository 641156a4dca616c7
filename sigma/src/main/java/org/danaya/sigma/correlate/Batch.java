package org.danaya.sigma.correlate;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What rules and correlations found at one event: hits by their source, in the order in which they
 * came, with their texts; and the correlations that must look at them.
 */
final class Batch {
    /** No hit. */
    static final int NONE = -1;

    private final Correlations correlations;
    private final Texts texts;

    /** By source: its first and its last hit. */
    private final int[] first;

    private final int[] last;

    /** By hit: its source, the next hit of that source, and where its texts begin. */
    private int[] sources = new int[16];

    private int[] nexts = new int[16];
    private int[] starts = new int[16];
    private int count;
    private int[] values = new int[64];
    private int filled;
    private final BitSet pending = new BitSet();

    Batch(Correlations correlations, Texts texts) {
        this.correlations = correlations;
        this.texts = texts;
        first = new int[correlations.sources()];
        last = new int[correlations.sources()];
        Arrays.fill(first, NONE);
    }

    /** A hit of a source; its texts follow, held by the caller. */
    void begin(int source) {
        if (count == sources.length) {
            sources = Arrays.copyOf(sources, count * 2);
            nexts = Arrays.copyOf(nexts, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
        }
        sources[count] = source;
        nexts[count] = NONE;
        starts[count] = filled;
        if (first[source] == NONE) {
            first[source] = count;
            for (int listener : correlations.listeners(source)) {
                pending.set(listener);
            }
        } else {
            nexts[last[source]] = count;
        }
        last[source] = count++;
    }

    /** One text more of the hit that was begun last. */
    void text(int text) {
        if (filled == values.length) {
            values = Arrays.copyOf(values, filled * 2);
        }
        values[filled++] = text;
    }

    /** The first correlation from a number on that must look at something, or -1. */
    int pending(int from) {
        return pending.nextSetBit(from);
    }

    /** The first hit of a source, or {@link #NONE}. */
    int first(int source) {
        return first[source];
    }

    /** The next hit of the same source, or {@link #NONE}. */
    int next(int hit) {
        return nexts[hit];
    }

    /** Where the texts of a hit begin in {@link #values}. */
    int start(int hit) {
        return starts[hit];
    }

    int[] values() {
        return values;
    }

    /** Lets everything go. */
    void clear() {
        for (int i = 0; i < count; i++) {
            first[sources[i]] = NONE;
        }
        for (int i = 0; i < filled; i++) {
            texts.release(values[i]);
        }
        count = 0;
        filled = 0;
        pending.clear();
    }
}
