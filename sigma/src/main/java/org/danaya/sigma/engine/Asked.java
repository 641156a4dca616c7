package org.danaya.sigma.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of an event as they can be asked again: the known ones, and the last one's text. */
final class Asked {

    private final Text text = new Text();
    private Known.@Nullable Value[] known = new Known.Value[64];
    private int slot = -1;

    /** Another event begins. */
    void begin(int values) {
        slot = -1;
        if (values > known.length) {
            known = new Known.Value[values * 2];
        } else {
            Arrays.fill(known, 0, values, null);
        }
    }

    /** A value of the event is known. */
    void know(int at, Known.Value value) {
        known[at] = value;
    }

    Known.@Nullable Value known(int at) {
        return known[at];
    }

    Text text(Slots slots, int at) {
        if (slot != at) {
            text.take(slots.bytes, slots.from[at], slots.to[at], slots.kind[at]);
            slot = at;
        }
        return text;
    }
}
