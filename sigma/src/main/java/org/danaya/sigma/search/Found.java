package org.danaya.sigma.search;

import java.util.Arrays;

/** The patterns whose literals were found in a text, each once. Not shared between threads. */
public final class Found {

    private int[] patterns = new int[64];
    private int count;
    private int[] seen;
    private int round;

    public Found(int most) {
        seen = new int[most];
    }

    public void begin(int most) {
        if (most > seen.length) {
            seen = new int[Math.max(most, seen.length * 2)];
            round = 0;
        }
        if (++round == Integer.MAX_VALUE) {
            Arrays.fill(seen, 0);
            round = 1;
        }
        count = 0;
    }

    public void add(int pattern) {
        if (seen[pattern] == round) {
            return;
        }
        seen[pattern] = round;
        if (count == patterns.length) {
            patterns = Arrays.copyOf(patterns, count * 2);
        }
        patterns[count++] = pattern;
    }

    public int count() {
        return count;
    }

    public int get(int at) {
        return patterns[at];
    }
}
