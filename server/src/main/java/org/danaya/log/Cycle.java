package org.danaya.log;

/** How one turn of the sequencer ended. */
sealed interface Cycle {

    /** Nothing waited. */
    record Idle() implements Cycle {}

    /**
     * A checkpoint was published.
     *
     * @param leaves new ones that it covers; none where it was renewed
     * @param more whether further leaves waited already when these were placed
     */
    record Published(long size, long leaves, boolean more) implements Cycle {}

    /** The tree has grown, and its checkpoint is not to be published for now. */
    record Withheld(long size, String why) implements Cycle {}

    /** The log halted; this sequencer is at its end. */
    record Stopped(Halt halt) implements Cycle {}
}
