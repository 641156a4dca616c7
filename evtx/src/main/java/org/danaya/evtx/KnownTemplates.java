package org.danaya.evtx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Templates of the chunks before. Each chunk repeats the definitions that it uses, with other
 * places of names; a definition is known when all its bytes but those places are the same, and the
 * places hold the same names. Nothing is taken for another because of its GUID alone.
 */
final class KnownTemplates {

    /** Bytes of definitions that are kept; a computer's logs have some hundred kilobytes. */
    private static final int LIMIT = 4 << 20;

    private static final int VARIANTS = 16;

    private record Key(long first, long second, int size) {}

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never changed
    private record Known(byte[] definition, NameUse[] names, Template template) {}

    private final Map<Key, List<Known>> known = new HashMap<>();
    private int bytes;

    @Nullable Template find(byte[] chunk, int limit, int from, int to) {
        List<Known> variants = known.get(key(chunk, from, to));
        if (variants == null) {
            return null;
        }
        for (Known variant : variants) {
            if (same(variant, chunk, limit, from)) {
                return variant.template();
            }
        }
        return null;
    }

    void keep(byte[] chunk, int from, int to, List<NameUse> names, Template template) {
        if (bytes > LIMIT) {
            known.clear();
            bytes = 0;
        }
        List<Known> variants =
                known.computeIfAbsent(key(chunk, from, to), key -> new ArrayList<>(2));
        if (variants.size() < VARIANTS) {
            variants.add(
                    new Known(
                            Arrays.copyOfRange(chunk, from, to),
                            names.toArray(new NameUse[0]),
                            template));
            bytes += to - from;
        }
    }

    /** Compares piece by piece; the link at the definition's beginning doesn't count. */
    private static boolean same(Known variant, byte[] chunk, int limit, int from) {
        byte[] definition = variant.definition();
        int done = 4;
        for (NameUse name : variant.names()) {
            int at = name.at();
            if (!equal(definition, chunk, from, done, at)) {
                return false;
            }
            int place = Bytes.i32(chunk, from + at);
            boolean inline = place == from + at + 4;
            if (inline != name.inline() || (!inline && !named(name, chunk, limit, place))) {
                return false;
            }
            done = at + (inline ? 8 : 4);
        }
        return equal(definition, chunk, from, done, definition.length);
    }

    private static boolean equal(byte[] definition, byte[] chunk, int from, int at, int to) {
        return Arrays.equals(definition, at, to, chunk, from + at, from + to);
    }

    private static boolean named(NameUse name, byte[] chunk, int limit, int place) {
        int length = name.text().length;
        return place >= 0
                && place <= limit - 6 - length
                && Arrays.equals(name.text(), 0, length, chunk, place + 6, place + 6 + length);
    }

    private static Key key(byte[] chunk, int from, int to) {
        return new Key(Bytes.i64(chunk, from + 4), Bytes.i64(chunk, from + 12), to - from);
    }
}
