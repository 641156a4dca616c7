package org.danaya.sigma.search;

import java.util.Arrays;
import java.util.List;

/** Literals that stand in a text one after the other, with or without something between. */
public final class Sequence {

    private final byte[][] literals;

    /**
     * Knows these.
     *
     * @param literals none of them empty
     */
    public Sequence(List<byte[]> literals) {
        this.literals = literals.toArray(byte[][]::new);
    }

    /** Whether they stand so in the first bytes of a text. */
    public boolean isIn(byte[] text, int length) {
        int at = 0;
        for (byte[] literal : literals) {
            at = after(literal, text, at, length);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    /** The place after a literal; -1 where it doesn't stand. */
    private static int after(byte[] literal, byte[] text, int from, int length) {
        byte first = literal[0];
        int size = literal.length;
        for (int at = from; at + size <= length; at++) {
            if (text[at] == first && Arrays.equals(literal, 0, size, text, at, at + size)) {
                return at + size;
            }
        }
        return -1;
    }
}
