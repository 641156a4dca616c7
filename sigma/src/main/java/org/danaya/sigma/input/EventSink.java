package org.danaya.sigma.input;

/** Takes what a part of an input holds, in its order. */
public interface EventSink {

    /**
     * An event: a JSON object, as far as its first byte says. Whether it is JSON to its end, and
     * nothing but blanks stands behind, is seen by whoever reads it.
     *
     * @param buffer good until this returns; at least 8 bytes stand in it behind {@code to}
     */
    void event(byte[] buffer, int from, int to);

    /** Something that should have been an event, and takes its number. */
    void setAside(Cause cause);
}
