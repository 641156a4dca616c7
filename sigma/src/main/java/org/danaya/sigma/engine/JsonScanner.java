package org.danaya.sigma.engine;

import java.util.Arrays;
import org.danaya.sigma.search.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads events of JSON (RFC 8259) from bytes, once, without building a tree: the places of the
 * values that rules ask for by name, and, where rules search everywhere, of all. Objects may be
 * nested, elements of an array are values of its key.
 *
 * <p>Events of one source repeat their keys in their order: each key remembers which came after it,
 * and is compared before it is looked up. Not shared between threads.
 */
public final class JsonScanner {

    /** Objects and arrays in each other. */
    public static final int DEEPEST = 65_536;

    private static final long QUOTES = Words.repeated('"');

    private final Keys top;
    private final Keys.Key nameless;
    private final boolean all;
    private final Names names;

    private byte[] bytes = new byte[0];
    private int limit;

    private Keys.@Nullable Key[] holder = new Keys.Key[32];
    private Keys.@Nullable Key[] before = new Keys.Key[32];
    private Keys[] keys;
    private boolean[] array = new boolean[32];

    /** The number of the object at each depth: no two have the same. */
    private long[] object = new long[32];

    private long objects;

    private Malformed why = Malformed.NOT_JSON;

    /** Why bytes are no event. */
    public enum Malformed {
        /** Something else than JSON, or JSON that ends too early. */
        NOT_JSON,
        /** JSON, but no object. */
        NO_OBJECT,
        /** Deeper than {@link #DEEPEST}. */
        TOO_DEEP
    }

    /**
     * A reader of events for these names.
     *
     * @param all whether values without a name are told too
     */
    public JsonScanner(Names names, boolean all) {
        this.top = new Keys(names, names.root());
        this.nameless = new Keys(names, null).key(new byte[10], 0, 2);
        this.all = all;
        this.names = names;
        this.keys = new Keys[32];
        Arrays.fill(keys, top);
    }

    /** Why the last event couldn't be read. */
    public Malformed why() {
        return why;
    }

    /**
     * Reads the event that begins at a place.
     *
     * @param buffer with {@link Words#PADDING} bytes after the limit
     * @return the place after the event; a negative number where {@link #why} tells what is wrong
     */
    public int scan(byte[] buffer, int from, int limited, Slots slots) {
        bytes = buffer;
        limit = limited;
        slots.begin(buffer);
        if (from >= limit || buffer[from] != '{') {
            return wrong(Malformed.NO_OBJECT);
        }
        int end = objects(from, slots);
        if (end >= 0 && slots.isAmbiguous()) {
            JsonTree.fill(buffer, from, names, all, slots);
        }
        return end;
    }

    private int wrong(Malformed cause) {
        why = cause;
        return -1;
    }

    private int objects(int from, Slots slots) {
        int depth = 0;
        holder[0] = nameless;
        before[0] = null;
        keys[0] = top;
        array[0] = false;
        object[0] = ++objects;
        Keys.Key key = nameless;
        int at = from + 1;
        boolean fresh = true;
        while (true) {
            at = blank(at);
            byte next = bytes[at];
            if (at >= limit) {
                return wrong(Malformed.NOT_JSON);
            }
            if (next == (array[depth] ? ']' : '}')) {
                at++;
                if (--depth < 0) {
                    return at;
                }
                fresh = false;
                continue;
            }
            if (!fresh) {
                if (next != ',') {
                    return wrong(Malformed.NOT_JSON);
                }
                at = blank(at + 1);
            }
            fresh = false;
            if (array[depth]) {
                key = held(depth);
            } else {
                key = key(at, depth);
                if (key == nameless) {
                    return wrong(Malformed.NOT_JSON);
                }
                look(key, depth, slots);
                at = blank(at + key.text.length);
                if (bytes[at] != ':' || at >= limit) {
                    return wrong(Malformed.NOT_JSON);
                }
                at = blank(at + 1);
            }
            byte first = bytes[at];
            if (first == '{' || first == '[') {
                if (++depth == DEEPEST) {
                    return wrong(Malformed.TOO_DEEP);
                }
                deeper(depth, key, first == '[');
                if (key.name >= 0) {
                    named(slots, key, Kind.CONTAINER, at, at);
                }
                at++;
                fresh = true;
            } else {
                at = value(at, first, key, slots);
                if (at < 0) {
                    return wrong(Malformed.NOT_JSON);
                }
            }
        }
    }

    /** Sees whether a name can be found in several ways. */
    private void look(Keys.Key key, int depth, Slots slots) {
        boolean twice = key.again(object[depth]) || key.unsure;
        if (key.isAsked()) {
            slots.ambiguous |= twice;
            slots.dotted |= key.dotted;
            slots.nested |= depth > 0;
            if (key.dotted || depth > 0) {
                slots.ways++;
            }
        } else {
            slots.ambiguous |= twice && all;
        }
    }

    private Keys.Key held(int depth) {
        Keys.Key held = holder[depth];
        return held == null ? nameless : held;
    }

    private void deeper(int depth, Keys.Key key, boolean list) {
        if (depth == array.length) {
            int more = depth * 2;
            holder = Arrays.copyOf(holder, more);
            before = Arrays.copyOf(before, more);
            keys = Arrays.copyOf(keys, more);
            array = Arrays.copyOf(array, more);
            object = Arrays.copyOf(object, more);
        }
        holder[depth] = key;
        array[depth] = list;
        if (!list) {
            before[depth] = null;
            keys[depth] = key.below();
            object[depth] = ++objects;
        }
    }

    /** The key at a place; {@link #nameless} where there is none. */
    private Keys.Key key(int at, int depth) {
        Keys here = keys[depth];
        Keys.Key last = before[depth];
        Keys.Key likely = last == null ? here.first : last.next;
        if (likely != null && likely.isAt(bytes, at, limit)) {
            before[depth] = likely;
            return likely;
        }
        if (at >= limit || bytes[at] != '"') {
            return nameless;
        }
        int end = quote(at + 1);
        if (end < 0) {
            return nameless;
        }
        Keys.Key key = here.key(bytes, at, end + 1);
        if (last == null) {
            here.first = key;
        } else {
            last.next = key;
        }
        before[depth] = key;
        return key;
    }

    /** Reads what is no object and no array; the place after it, or -1. */
    private int value(int at, byte first, Keys.Key key, Slots slots) {
        if (first == '"') {
            int end = quote(at + 1);
            if (end >= 0) {
                named(slots, key, Kind.JSON_TEXT, at + 1, end);
                return end + 1;
            }
            return -1;
        }
        int end = at;
        while (end < limit && isWord(bytes[end])) {
            end++;
        }
        byte kind = kind(first, at, end);
        if (kind < 0) {
            return -1;
        }
        named(slots, key, kind, at, end);
        return end;
    }

    private void named(Slots slots, Keys.Key key, byte kind, int from, int to) {
        if (key.name >= 0) {
            slots.add(key.name, kind, from, to);
        } else if (all) {
            slots.add(Slots.UNNAMED, kind, from, to);
        }
    }

    /** The place of the quote that ends a string; -1 where none does. */
    private int quote(int from) {
        int at = from;
        while (at < limit) {
            long found = Words.equalTo(Words.eight(bytes, at), QUOTES);
            if (found == 0) {
                at += 8;
                continue;
            }
            at += Words.first(found);
            if (at >= limit) {
                return -1;
            }
            if (bytes[at - 1] != '\\' || !escaped(at, from)) {
                return at;
            }
            at++;
        }
        return -1;
    }

    /** Whether an odd number of backslashes stands before a place. */
    private boolean escaped(int at, int from) {
        int before = at;
        while (before > from && bytes[before - 1] == '\\') {
            before--;
        }
        return ((at - before) & 1) == 1;
    }

    private int blank(int from) {
        int at = from;
        while (bytes[at] <= ' ' && at < limit && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    static boolean isWord(byte b) {
        return (b >= '0' && b <= '9')
                || (b >= 'a' && b <= 'z')
                || b == '-'
                || b == '+'
                || b == '.'
                || b == 'E';
    }

    private byte kind(byte first, int from, int to) {
        return switch (first) {
            case 't' -> is("true", from, to) ? Kind.TRUTH : -1;
            case 'f' -> is("false", from, to) ? Kind.TRUTH : -1;
            case 'n' -> is("null", from, to) ? Kind.NULL : -1;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Kind.NUMBER;
            default -> -1;
        };
    }

    private boolean is(String word, int from, int to) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
