package org.danaya.verify.mandate;

import java.util.Arrays;
import java.util.List;
import org.danaya.verify.Reason;
import org.jspecify.annotations.Nullable;

/** A value of CBOR (RFC 8949), as far as it has a place in what is read here. */
sealed interface Cbor {

    /** A whole number of 64 bits with its sign. */
    record Int(long value) implements Cbor {}

    /** A text. */
    record Text(String value) implements Cbor {}

    /** An array. */
    record Array(List<Cbor> items) implements Cbor {

        public Array {
            items = List.copyOf(items);
        }
    }

    /** A map, in the order that its bytes have; no key is there twice. */
    record Dictionary(List<Entry> entries) implements Cbor {

        public Dictionary {
            entries = List.copyOf(entries);
        }

        @Nullable Cbor get(long key) {
            return find(new Int(key));
        }

        @Nullable Cbor get(String key) {
            return find(new Text(key));
        }

        private @Nullable Cbor find(Cbor key) {
            for (Entry entry : entries) {
                if (entry.key.equals(key)) {
                    return entry.value;
                }
            }
            return null;
        }
    }

    /** A key of a map with its value. */
    record Entry(Cbor key, Cbor value) {}

    /** A tag around a value. */
    record Tag(long number, Cbor value) implements Cbor {}

    /** False, true, null and other simple values; a floating number stands as its bits. */
    record Simple(int kind, long bits) implements Cbor {}

    /** A string of bytes. */
    final class Bytes implements Cbor {

        private final byte[] value;

        Bytes(byte[] value) {
            this.value = value.clone();
        }

        byte[] value() {
            return value.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && Arrays.equals(value, that.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return "h'" + java.util.HexFormat.of().formatHex(value) + "'";
        }
    }

    static Cbor of(long value) {
        return new Int(value);
    }

    static Cbor of(String value) {
        return new Text(value);
    }

    static Cbor of(byte[] value) {
        return new Bytes(value);
    }

    static Cbor array(Cbor... items) {
        return new Array(List.of(items));
    }

    static Cbor map(Entry... entries) {
        return new Dictionary(List.of(entries));
    }

    static Entry entry(long key, Cbor value) {
        return new Entry(new Int(key), value);
    }

    static Entry entry(String key, Cbor value) {
        return new Entry(new Text(key), value);
    }

    /** Takes typed values out of an array, in its order, for a reader of one format. */
    final class Fields {

        private final List<Cbor> items;
        private final Reason reason;
        private int next;

        Fields(@Nullable Cbor array, int count, Reason reason) throws Broken {
            this.reason = reason;
            if (!(array instanceof Array(List<Cbor> found)) || found.size() != count) {
                throw new Broken(reason, "not an array of " + count);
            }
            this.items = found;
        }

        long whole(long max) throws Broken {
            return Cbor.whole(items.get(next++), max, reason);
        }

        String text(int max) throws Broken {
            return Cbor.text(items.get(next++), max, reason);
        }

        byte[] bytes(int min, int max) throws Broken {
            return Cbor.bytes(items.get(next++), min, max, reason);
        }

        Cbor any() {
            return items.get(next++);
        }
    }

    static long whole(@Nullable Cbor value, long max, Reason reason) throws Broken {
        if (value instanceof Int(long number) && number >= 0 && number <= max) {
            return number;
        }
        throw new Broken(reason, "not a number from 0 to " + max);
    }

    static String text(@Nullable Cbor value, int max, Reason reason) throws Broken {
        if (value instanceof Text(String text) && text.length() <= max) {
            return text;
        }
        throw new Broken(reason, "not a text of at most " + max + " characters");
    }

    static byte[] bytes(@Nullable Cbor value, int min, int max, Reason reason) throws Broken {
        if (value instanceof Bytes bytes
                && bytes.value.length >= min
                && bytes.value.length <= max) {
            return bytes.value();
        }
        throw new Broken(reason, "not a string of " + min + " to " + max + " bytes");
    }

    static Dictionary dictionary(@Nullable Cbor value, Reason reason) throws Broken {
        if (value instanceof Dictionary dictionary) {
            return dictionary;
        }
        throw new Broken(reason, "not a map");
    }

    static List<Cbor> items(@Nullable Cbor value, int max, Reason reason) throws Broken {
        if (value instanceof Array(List<Cbor> items) && items.size() <= max) {
            return items;
        }
        throw new Broken(reason, "not an array of at most " + max);
    }
}
