package org.danaya.jobs;

/** How one run ended. */
sealed interface RunOutcome {

    /** The work was done. */
    record Done() implements RunOutcome {}

    /** It couldn't be done this time. */
    record Failed(String reason) implements RunOutcome {}

    /** The program died in the middle. */
    record Lost() implements RunOutcome {}

    /** The program is stopping; the run doesn't count. */
    record Interrupted() implements RunOutcome {}
}
