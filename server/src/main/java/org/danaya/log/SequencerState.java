package org.danaya.log;

/** What the sequencer of this process does. */
public sealed interface SequencerState {

    /** It publishes. */
    record Running() implements SequencerState {}

    /** Another process holds the lock; this one waits to take over. */
    record Standby() implements SequencerState {}

    /** It signs nothing until an operator acts. */
    record Halted(Halt halt) implements SequencerState {}

    /**
     * It could not do its last turn and tries again.
     *
     * @param why in English for a technical reader
     */
    record Failing(String why) implements SequencerState {}
}
