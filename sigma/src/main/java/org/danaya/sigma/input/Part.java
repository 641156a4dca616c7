package org.danaya.sigma.input;

/** A part of an input, to be read once, by any thread. */
public interface Part {

    /** Gives out its events. */
    void read(EventSink sink);
}
