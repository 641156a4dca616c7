package org.danaya.page;

/** What an installation is for. */
public enum Purpose {
    /** For real: what it says is official. */
    REAL,
    /** To show Danaya: everything in it is invented. */
    DEMO,
    /** To rehearse before it is real: nothing in it is official. */
    REHEARSAL;

    /**
     * Whether all that the installation can do today is rehearse, whatever its settings call it. A
     * module gives a bean; it is asked at each page, so it answers from memory.
     */
    @FunctionalInterface
    public interface Rehearsing {

        /** Whether it is so now. */
        boolean now();
    }
}
