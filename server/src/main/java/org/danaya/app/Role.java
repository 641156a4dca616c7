package org.danaya.app;

/** What a process does. The same jar plays each. */
enum Role {
    /** Everything: portal, console, edge, background work. */
    ALL,
    /** The relying parties' plane alone. */
    EDGE,
    /** A witness of other people's logs, and nothing else. */
    WITNESS
}
