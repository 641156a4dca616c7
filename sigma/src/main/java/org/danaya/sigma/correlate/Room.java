package org.danaya.sigma.correlate;

/** What all correlations of one thread hold together. */
final class Room {
    private final Limits limits;
    int groups;
    int hits;

    /** Of texts, and of numbers that don't fit in a word. */
    long bytes;

    Room(Limits limits) {
        this.limits = limits;
    }

    /** Whether there is room for one hit more. */
    boolean forHit() {
        return hits < limits.hits() && bytes <= limits.bytes();
    }

    /** Whether there is room for one group more. */
    boolean forGroup() {
        return groups < limits.groups();
    }

    /** Whether so many hits may wait. */
    boolean forWaiting(int waiting) {
        return waiting <= limits.waiting();
    }

    boolean isOverfilled() {
        return bytes > limits.bytes();
    }
}
