package org.danaya.sigma.search;

/** Bytes to be found in texts, without their case, and the pattern that they stand for. */
final class Literal {

    private final byte[] bytes;
    private final int pattern;

    Literal(byte[] bytes, int pattern) {
        this.bytes = bytes;
        this.pattern = pattern;
    }

    byte[] bytes() {
        return bytes;
    }

    int pattern() {
        return pattern;
    }
}
