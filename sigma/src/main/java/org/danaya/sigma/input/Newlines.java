package org.danaya.sigma.input;

import org.danaya.sigma.search.Words;

/** Looks for line feeds, eight bytes at a time; eight more than are meant may be read. */
final class Newlines {

    private static final long LINE_FEEDS = Words.repeated('\n');

    private Newlines() {}

    /** The place of the first one; {@code to} where there is none. */
    static int first(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at += 8) {
            long found = Words.equalTo(Words.eight(bytes, at), LINE_FEEDS);
            if (found != 0) {
                return Math.min(to, at + Words.first(found));
            }
        }
        return to;
    }

    /** The place behind the last one; {@code from} where there is none. */
    static int behindLast(byte[] bytes, int from, int to) {
        int at = to;
        while (at > from && bytes[at - 1] != '\n') {
            at--;
        }
        return at;
    }
}
