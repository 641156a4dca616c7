package org.danaya.sigma.engine;

import java.util.Arrays;

/** One field compared with another of the same event: any text of the one with any of the other. */
final class Referring {

    private Referring() {}

    static boolean holds(Check.Refers refers, Slots slots, Text one, Text other) {
        for (int i = 0; i < slots.count; i++) {
            if (isText(slots, i, refers.name())) {
                one.take(slots.bytes, slots.from[i], slots.to[i], slots.kind[i]);
                for (int j = 0; j < slots.count; j++) {
                    if (isText(slots, j, refers.other())) {
                        other.take(slots.bytes, slots.from[j], slots.to[j], slots.kind[j]);
                        if (stands(refers, one, other)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static boolean isText(Slots slots, int at, int name) {
        return slots.name[at] == name
                && slots.kind[at] != Kind.NULL
                && slots.kind[at] != Kind.CONTAINER;
    }

    private static boolean stands(Check.Refers refers, Text one, Text other) {
        byte[] whole = refers.cased() ? one.plain() : one.folded();
        int length = refers.cased() ? one.plainLength() : one.foldedLength();
        byte[] part = refers.cased() ? other.plain() : other.folded();
        int size = refers.cased() ? other.plainLength() : other.foldedLength();
        return switch (refers.place()) {
            case WHOLE -> length == size && isAt(whole, 0, part, size);
            case START -> length >= size && isAt(whole, 0, part, size);
            case END -> length >= size && isAt(whole, length - size, part, size);
            case ANYWHERE -> isIn(whole, length, part, size);
        };
    }

    private static boolean isIn(byte[] whole, int length, byte[] part, int size) {
        for (int at = 0; at + size <= length; at++) {
            if (isAt(whole, at, part, size)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] whole, int at, byte[] part, int size) {
        return Arrays.equals(whole, at, at + size, part, 0, size);
    }
}
