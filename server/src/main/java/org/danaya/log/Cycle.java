package org.danaya.log;

/** How one turn of the sequencer ended. */
sealed interface Cycle {

    /** Nothing waited. */
    record Idle() implements Cycle {}

    /** A checkpoint was published that covers so many new leaves; none where it was renewed. */
    record Published(long size, long leaves) implements Cycle {}

    /** The tree has grown, and its checkpoint is not to be published for now. */
    record Withheld(long size, String why) implements Cycle {}

    /** The log halted; this sequencer is at its end. */
    record Stopped(Halt halt) implements Cycle {}
}
