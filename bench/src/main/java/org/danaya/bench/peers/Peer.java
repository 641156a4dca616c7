package org.danaya.bench.peers;

/** A program that knows many queries and is asked which of them match an event; for one thread. */
public interface Peer extends AutoCloseable {

    /** The field that holds every value of an event, for keywords. */
    String ANYWHERE = "danaya_anywhere";

    /** Behind a field's name: the same values, by their case. */
    String CASED = "_danaya_cased";

    /** Takes what is found. */
    interface Sink {
        /** A query matches an event; each pair once, in no order. */
        void match(int event, int query);
    }

    /**
     * Evaluates events.
     *
     * @param bytes objects of JSON, in UTF-8
     * @param starts where each begins, and where the last one ends
     */
    void evaluate(byte[] bytes, int[] starts, Sink sink);

    @Override
    void close();
}
