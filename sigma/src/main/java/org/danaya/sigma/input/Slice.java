package org.danaya.sigma.input;

/** Some bytes of a line. */
record Slice(int from, int to) {

    boolean isEmpty() {
        return from == to;
    }
}
