package org.danaya.sigma.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.danaya.sigma.search.Words;

/**
 * The values of one event, as places in a buffer: what a reader of events fills and an evaluation
 * reads. A name of a field may occur several times: elements of an array, and keys given twice.
 */
public final class Slots {

    /** The name of what no rule asks for by name. */
    public static final int UNNAMED = -1;

    private static final int FIRST = 64;

    byte[] bytes = new byte[0];
    int count;
    int[] from = new int[FIRST];
    int[] to = new int[FIRST];
    int[] name = new int[FIRST];
    byte[] kind = new byte[FIRST];

    /** Whether a key stands twice in an object, or may. */
    boolean ambiguous;

    /** Whether a name stood in a key with dots. */
    boolean dotted;

    /** Whether somebody asks for what stands in an object within. */
    boolean nested;

    /** How many keys somebody asks for that have dots or stand in an object within. */
    int ways;

    /** Begins an event, whose values lie in a buffer with {@link Words#PADDING} bytes behind. */
    void begin(byte[] buffer) {
        bytes = buffer;
        count = 0;
        ambiguous = false;
        dotted = false;
        nested = false;
        ways = 0;
    }

    void add(int named, byte what, int start, int end) {
        int at = count;
        if (at == from.length) {
            grow();
        }
        from[at] = start;
        to[at] = end;
        name[at] = named;
        kind[at] = what;
        count = at + 1;
    }

    /** Whether a name can be found here in several ways. */
    boolean isAmbiguous() {
        return ambiguous || (dotted && nested && ways > 1);
    }

    /** The text of a value that has one. */
    String text(int at) {
        return kind[at] == Kind.JSON_TEXT
                ? JsonText.decode(bytes, from[at], to[at])
                : new String(bytes, from[at], to[at] - from[at], StandardCharsets.UTF_8);
    }

    private void grow() {
        int more = from.length * 2;
        from = Arrays.copyOf(from, more);
        to = Arrays.copyOf(to, more);
        name = Arrays.copyOf(name, more);
        kind = Arrays.copyOf(kind, more);
    }
}
