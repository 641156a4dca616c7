package org.danaya.evtx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import org.danaya.evtx.Node.Attribute;
import org.danaya.evtx.Node.Element;
import org.jspecify.annotations.Nullable;

/**
 * Templates for fragments that have none. Such a fragment, as forwarded events are, is taken apart
 * into what stays the same of many (elements, attributes, the names of Data) and its texts; the
 * first of a shape is compiled, the others only give values. Fragments with anything else in them
 * (references, CDATA, text beside elements) are left to the {@link Materializer}.
 */
final class Shapes {

    private static final int NAMES = 1 << 14;
    private static final int SHAPES = 1 << 10;
    private static final int PROBES = 64;

    private static final int OPEN = 1;
    private static final int CLOSE_START = 2;
    private static final int CLOSE_EMPTY = 3;
    private static final int END = 4;
    private static final int TEXT = 5;
    private static final int ATTRIBUTE = 6;

    /** In keys only: an attribute's text that belongs to the shape. */
    private static final int LITERAL = 7;

    /** What an element was seen to hold. */
    private static final int NOTHING = 0;

    private static final int ONE_TEXT = 1;
    private static final int ELEMENTS = 2;

    private Interned names = new Interned();
    private final int[] holds = new int[XmlParser.MAX_DEPTH];
    private int[][] keys = new int[SHAPES][];
    private @Nullable Template[] templates = new @Nullable Template[SHAPES];
    private int held;
    private int[] key = new int[256];
    private int length;
    private byte[] chunk = new byte[0];
    private int limit;
    private int at;
    private int end;
    private int name;
    private int data;
    private int nameSpace;

    Shapes() {
        knowNames();
    }

    private void knowNames() {
        byte[] both = "Dataxmlns".getBytes(StandardCharsets.UTF_16LE);
        data = names.of(both, 0, 8);
        nameSpace = names.of(both, 8, 10);
    }

    /** Begins a chunk: its bytes, and how many of them there are. */
    void begin(byte[] bytes, int size) {
        chunk = bytes;
        limit = size;
        if (held > SHAPES / 2 || names.count() > NAMES) {
            names = new Interned();
            keys = new int[SHAPES][];
            templates = new @Nullable Template[SHAPES];
            held = 0;
            knowNames();
        }
        names.begin();
    }

    /** The template of a fragment's shape, and its texts as values; null where it has no shape. */
    @Nullable Template of(int from, int to, Slots slots) {
        at = from;
        end = Math.min(to, limit);
        length = 0;
        slots.clear();
        if (end - at > 4 && chunk[at] == XmlParser.FRAGMENT_HEADER) {
            at += 4;
        }
        return takeApart(slots) ? template() : null;
    }

    private boolean takeApart(Slots slots) {
        int depth = 0;
        boolean starting = false;
        boolean isData = false;
        while (at < end) {
            int token = chunk[at++] & 0x3F;
            switch (token) {
                case OPEN -> {
                    if (starting || depth == XmlParser.MAX_DEPTH || !openStart(depth)) {
                        return false;
                    }
                    isData = name == data;
                    holds[depth++] = NOTHING;
                    starting = true;
                }
                case ATTRIBUTE -> {
                    if (!starting || !attribute(isData, slots)) {
                        return false;
                    }
                }
                case CLOSE_START -> {
                    if (!starting) {
                        return false;
                    }
                    starting = false;
                    put(CLOSE_START);
                }
                case CLOSE_EMPTY, END -> {
                    if (starting != (token == CLOSE_EMPTY) || depth == 0) {
                        return false;
                    }
                    starting = false;
                    put(END);
                    if (--depth == 0) {
                        return true;
                    }
                }
                case TEXT -> {
                    if (starting || depth == 0 || holds[depth - 1] != NOTHING || !text(slots)) {
                        return false;
                    }
                    holds[depth - 1] = ONE_TEXT;
                    put(TEXT);
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    /** Token, size, name, and the size of the attributes where there are some. */
    private boolean openStart(int depth) {
        boolean attributes = (chunk[at - 1] & 0x40) != 0;
        if (depth > 0) {
            if (holds[depth - 1] == ONE_TEXT) {
                return false;
            }
            holds[depth - 1] = ELEMENTS;
        }
        at += 4;
        if (!name()) {
            return false;
        }
        at += attributes ? 4 : 0;
        put(OPEN);
        put(name);
        return at <= end;
    }

    /** A name and one text, which is the shape's where it names a Data element or a name space. */
    private boolean attribute(boolean isData, Slots slots) {
        if (!name()) {
            return false;
        }
        put(ATTRIBUTE);
        put(name);
        boolean literal = isData || name == nameSpace;
        if (end - at < 1 || (chunk[at] & 0x3F) != TEXT) {
            return false;
        }
        at++;
        if (!literal) {
            put(TEXT);
            return text(slots);
        }
        int count = slots.count();
        if (!text(slots)) {
            return false;
        }
        int number = names.of(chunk, slots.from(count), slots.size(count));
        slots.forgetLast();
        put(LITERAL);
        put(number);
        return number >= 0;
    }

    /** Type, count and UTF-16; becomes a value. */
    private boolean text(Slots slots) {
        if (end - at < 3 || chunk[at] != ValueType.STRING) {
            return false;
        }
        int size = 2 * Bytes.u16(chunk, at + 1);
        if (end - at - 3 < size) {
            return false;
        }
        slots.addString(chunk, at + 3, size);
        at += 3 + size;
        return true;
    }

    /** A reference to link (4 bytes), hash (2), count (2), the name and a NUL. */
    private boolean name() {
        if (end - at < 4) {
            return false;
        }
        int place = Bytes.i32(chunk, at);
        at += 4;
        if (place <= 0 || place > limit - 8) {
            return false;
        }
        int size = 2 * Bytes.u16(chunk, place + 6);
        if (size > limit - 8 - place) {
            return false;
        }
        if (place == at) {
            at += 8 + size + 2;
        }
        name = names.at(chunk, place, place + 8, size);
        return at <= end && name >= 0;
    }

    private void put(int value) {
        if (length == key.length) {
            key = Arrays.copyOf(key, 2 * length);
        }
        key[length++] = value;
    }

    private @Nullable Template template() {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + key[i];
        }
        int cell = (hash ^ (hash >>> 15)) & (SHAPES - 1);
        int[] known = keys[cell];
        for (int probes = 0; known != null; probes++) {
            if (probes == PROBES) {
                return null;
            }
            if (Arrays.equals(known, 0, known.length, key, 0, length)) {
                return templates[cell];
            }
            cell = (cell + 1) & (SHAPES - 1);
            known = keys[cell];
        }
        Template template = new Template(tree());
        keys[cell] = Arrays.copyOf(key, length);
        templates[cell] = template.isRegular() ? template : null;
        held++;
        return templates[cell];
    }

    /** The shape as a definition. */
    private Element tree() {
        Deque<Element> open = new ArrayDeque<>();
        Element root = new Element(names.name(key[1]));
        int slot = 0;
        Attribute attribute = null;
        for (int i = 0; i < length; i++) {
            switch (key[i]) {
                case OPEN -> {
                    i++;
                    Element element = open.isEmpty() ? root : new Element(names.name(key[i]));
                    if (!open.isEmpty()) {
                        open.element().children().add(element);
                    }
                    open.push(element);
                }
                case ATTRIBUTE -> {
                    i++;
                    attribute = new Attribute(names.name(key[i]), new ArrayList<>(1));
                    open.element().attributes().add(attribute);
                }
                case LITERAL -> {
                    i++;
                    if (attribute != null) {
                        attribute.value().add(new Node.Text(names.name(key[i])));
                    }
                }
                case TEXT -> {
                    Node value = new Node.Substitution(slot++);
                    if (attribute == null) {
                        open.element().children().add(value);
                    } else {
                        attribute.value().add(value);
                    }
                }
                case CLOSE_START -> attribute = null;
                default -> {
                    attribute = null;
                    open.pop();
                }
            }
        }
        return root;
    }
}
