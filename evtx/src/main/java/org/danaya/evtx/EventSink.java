package org.danaya.evtx;

/** Takes events, one after the other. */
@FunctionalInterface
public interface EventSink {

    /** Takes an event, which is good for this call only: the next one uses the same memory. */
    void accept(Event event);
}
