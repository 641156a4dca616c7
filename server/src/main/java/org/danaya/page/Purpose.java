package org.danaya.page;

/** What an installation is for. */
public enum Purpose {
    /** For real: what it says is official. */
    REAL,
    /** To show Danaya: everything in it is invented. */
    DEMO,
    /** To rehearse before it is real: nothing in it is official. */
    REHEARSAL
}
