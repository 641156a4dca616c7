package org.danaya.jobs;

/** Which waiting one-time work goes first. Among equals, what is due for longest. */
public enum Urgency {
    /** Work that somebody waits for. */
    NORMAL(1),
    /** Work that comes in masses and waits for everything else. */
    BULK(0);

    private final int priority;

    Urgency(int priority) {
        this.priority = priority;
    }

    int priority() {
        return priority;
    }
}
