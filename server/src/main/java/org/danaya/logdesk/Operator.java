package org.danaya.logdesk;

/** Who sits at the command line. */
final class Operator {

    private Operator() {}

    /** The name of the operating system's user, for the journal. */
    static String name() {
        return System.getProperty("user.name", "?");
    }
}
