package org.danaya.sigma.engine;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Objects;
import org.danaya.sigma.search.Words;
import org.jspecify.annotations.Nullable;

/**
 * The keys that objects at one place have had, learned while reading, with what each leads to. Not
 * shared between threads. Keys without bound are not learned without bound.
 */
final class Keys {

    /** So many keys are learned for one place, and so many more that somebody asks for. */
    private static final int MOST = 4_096;

    private static final int FIRST = 32;

    private final Names names;
    private final Names.@Nullable Node node;

    private @Nullable Key[] table = new Key[FIRST];
    private int size;

    /** For each place that keys lead to, the first of them. */
    private final IdentityHashMap<Names.Node, Key> firsts = new IdentityHashMap<>();

    /** The key that objects here last began with. */
    @Nullable Key first;

    Keys(Names names, Names.@Nullable Node node) {
        this.names = names;
        this.node = node;
    }

    /** A key, and what came after it when it was last seen. */
    static final class Key {

        /** As in the event, with both quotes. */
        final byte[] text;

        final int name;

        /**
         * Whether another key can mean the same without being known as this one, or it leads to
         * several places.
         */
        final boolean unsure;

        /** Whether it is the last parts of a name together. */
        final boolean dotted;

        private final long hash;
        private final Names names;
        private final Names.@Nullable Node node;
        private @Nullable Keys below;

        /** The first key that leads where this one does; itself where there is none. */
        private Key same = this;

        private long seen;

        /** The key that last came after this one in its object. */
        @Nullable Key next;

        private Key(
                byte[] text,
                long hash,
                int name,
                boolean unsure,
                boolean dotted,
                Names names,
                Names.@Nullable Node node) {
            this.text = text;
            this.hash = hash;
            this.name = name;
            this.unsure = unsure;
            this.dotted = dotted;
            this.names = names;
            this.node = node;
        }

        /** The keys of the objects that this key holds. */
        Keys below() {
            Keys known = below;
            if (known == null) {
                known = new Keys(names, node);
                below = known;
            }
            return known;
        }

        /**
         * Whether this key, or one that leads to the same, stood in the object before; marks it.
         */
        boolean again(long object) {
            boolean again = object == same.seen;
            same.seen = object;
            return again;
        }

        /** Whether somebody asks for it, or for something below it. */
        boolean isAsked() {
            return name >= 0 || node != null;
        }

        /** Whether the bytes at a place are this key. */
        boolean isAt(byte[] bytes, int at, int limit) {
            int length = text.length;
            if (at + length > limit) {
                return false;
            }
            int i = 0;
            for (; i + 8 <= length; i += 8) {
                if (Words.eight(text, i) != Words.eight(bytes, at + i)) {
                    return false;
                }
            }
            for (; i < length; i++) {
                if (text[i] != bytes[at + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The key between two places, quotes included. */
    Key key(byte[] bytes, int from, int to) {
        long hash = Words.hash(bytes, from, to);
        int mask = table.length - 1;
        int at = (int) (hash >>> 40) & mask;
        for (Key key = table[at]; key != null; key = table[at]) {
            if (key.hash == hash && Arrays.equals(key.text, 0, key.text.length, bytes, from, to)) {
                return key;
            }
            at = (at + 1) & mask;
        }
        return learn(bytes, from, to, hash);
    }

    private Key learn(byte[] bytes, int from, int to, long hash) {
        String text = JsonText.decode(bytes, from + 1, to - 1);
        Names.Way way = node == null ? null : names.way(node, text).orElse(null);
        boolean kept = size < (way == null ? MOST : 2 * MOST);
        boolean dotted = text.indexOf('.') >= 0;
        Key key =
                new Key(
                        Arrays.copyOfRange(bytes, from, to),
                        hash,
                        way == null ? Slots.UNNAMED : way.node().name(),
                        hasEscape(bytes, from, to) || (way != null && (way.several() || !kept)),
                        dotted,
                        names,
                        // A name's last parts together: nothing lies below it.
                        way == null || dotted ? null : way.node());
        if (way != null) {
            key.same = Objects.requireNonNullElse(firsts.putIfAbsent(way.node(), key), key);
        }
        if (kept) {
            if (++size * 2 > table.length) {
                grow();
            }
            put(key);
        }
        return key;
    }

    private static boolean hasEscape(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    private void grow() {
        @Nullable Key[] old = table;
        table = new Key[old.length * 2];
        for (Key key : old) {
            if (key != null) {
                put(key);
            }
        }
    }

    private void put(Key key) {
        int mask = table.length - 1;
        int at = (int) (key.hash >>> 40) & mask;
        while (table[at] != null) {
            at = (at + 1) & mask;
        }
        table[at] = key;
    }
}
