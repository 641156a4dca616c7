package org.danaya.sigma.correlate;

import java.util.ArrayDeque;

/** The hits within a correlation's time span, oldest first: 16 bytes each, in pages that grow. */
final class HitQueue {
    private static final int SMALLEST = 16;
    private static final int LARGEST = 4_096;

    private final ArrayDeque<Page> pages = new ArrayDeque<>();
    private int size;

    private static final class Page {
        final long[] times;
        final int[] groups;
        final int[] kept;
        int from;
        int to;

        Page(int capacity) {
            times = new long[capacity];
            groups = new int[capacity];
            kept = new int[capacity];
        }
    }

    int size() {
        return size;
    }

    /** Puts a hit behind those that are there; times must not decrease. */
    void add(long time, int group, int kept) {
        Page page = pages.peekLast();
        if (page == null || page.to == page.times.length) {
            page = new Page(Math.clamp(size, SMALLEST, LARGEST));
            pages.addLast(page);
        }
        page.times[page.to] = time;
        page.groups[page.to] = group;
        page.kept[page.to++] = kept;
        size++;
    }

    /** The time of the oldest. */
    long time() {
        Page page = pages.getFirst();
        return page.times[page.from];
    }

    /** The group of the oldest. */
    int group() {
        Page page = pages.getFirst();
        return page.groups[page.from];
    }

    /** What the measure keeps with the oldest. */
    int kept() {
        Page page = pages.getFirst();
        return page.kept[page.from];
    }

    /** Takes the oldest away. */
    void remove() {
        Page page = pages.getFirst();
        size--;
        if (++page.from == page.to) {
            pages.removeFirst();
        }
    }
}
