package org.danaya.evtx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.danaya.evtx.Node.Attribute;
import org.danaya.evtx.Node.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of BinXml, [MS-EVEN6] §2.2.12: a template's definition, where substitutions
 * stay, or a fragment of a record, where instances and XML inside values are put in place by a
 * {@link Materializer}.
 */
final class XmlParser {

    static final int EOF = 0x00;
    static final int TEMPLATE_INSTANCE = 0x0C;
    static final int FRAGMENT_HEADER = 0x0F;

    private static final int OPEN_START = 0x01;
    private static final int CLOSE_START = 0x02;
    private static final int CLOSE_EMPTY = 0x03;
    private static final int END_ELEMENT = 0x04;
    private static final int VALUE = 0x05;
    private static final int ATTRIBUTE = 0x06;
    private static final int CDATA = 0x07;
    private static final int CHARACTER = 0x08;
    private static final int ENTITY = 0x09;
    private static final int PI_TARGET = 0x0A;
    private static final int PI_DATA = 0x0B;
    private static final int SUBSTITUTION = 0x0D;
    private static final int OPTIONAL_SUBSTITUTION = 0x0E;

    /** Set in the token of an element that has attributes, and where more of a list follows. */
    private static final int MORE = 0x40;

    /** Deeper than any event; the JSON of what is deeper could not be read by others. */
    static final int MAX_DEPTH = 64;

    private final byte[] chunk;
    private final int limit;
    private final int depth;
    private final EndSpaces endSpaces;
    private final @Nullable Materializer materializer;
    private final List<NameUse> names = new ArrayList<>();

    /** The elements that are open, innermost first. */
    private final Deque<Element> open = new ArrayDeque<>();

    private int start;
    private int at;
    private int end;
    private @Nullable Element root;

    /** Not null between an element's name and the end of its start: where values go. */
    private @Nullable Element starting;

    private @Nullable Attribute attribute;

    /**
     * A parser for one definition or fragment.
     *
     * @param limit how much of the chunk there is
     * @param depth how many elements are open around a fragment
     * @param materializer null for definitions
     */
    XmlParser(
            byte[] chunk,
            int limit,
            int depth,
            EndSpaces endSpaces,
            @Nullable Materializer materializer) {
        this.endSpaces = endSpaces;
        this.chunk = chunk;
        this.limit = limit;
        this.depth = depth;
        this.materializer = materializer;
    }

    /** The names that the definition took from the chunk. */
    List<NameUse> names() {
        return names;
    }

    /**
     * The first element.
     *
     * @param origin from where the places of names are counted
     * @param dependencies whether starts of elements hold the number of a value that decides about
     *     them, as those of definitions do
     */
    Element parse(int origin, int from, int to, boolean dependencies) throws Malformed {
        start = origin;
        at = from;
        end = Math.min(to, limit);
        while (at < end && root == null) {
            int token = u8();
            if (token == EOF) {
                break;
            }
            read(token, dependencies);
        }
        if (root == null) {
            throw new Malformed(Cause.TOKENS);
        }
        return root;
    }

    private void read(int token, boolean dependencies) throws Malformed {
        switch (token & ~MORE) {
            case OPEN_START -> openStart(dependencies, (token & MORE) != 0);
            case CLOSE_START -> closeStart();
            case CLOSE_EMPTY -> {
                closeStart();
                endElement();
            }
            case END_ELEMENT -> endElement();
            case VALUE -> value();
            case ATTRIBUTE -> {
                Attribute next = new Attribute(name(), new ArrayList<>(1));
                if (starting == null) {
                    throw new Malformed(Cause.TOKENS);
                }
                starting.attributes().add(next);
                attribute = next;
            }
            case CDATA -> add(new Node.Text(string()));
            case CHARACTER -> add(new Node.Text(String.valueOf((char) u16())));
            case ENTITY -> add(new Node.Text(entity(name())));
            case PI_TARGET -> name();
            case PI_DATA -> string();
            case TEMPLATE_INSTANCE -> instance();
            case SUBSTITUTION, OPTIONAL_SUBSTITUTION -> {
                int slot = u16();
                u8();
                if (materializer != null) {
                    throw new Malformed(Cause.TOKENS);
                }
                add(new Node.Substitution(slot));
            }
            case FRAGMENT_HEADER -> skip(3);
            default -> throw new Malformed(Cause.TOKENS);
        }
    }

    private void openStart(boolean dependencies, boolean attributes) throws Malformed {
        if (starting != null) {
            throw new Malformed(Cause.TOKENS);
        }
        if (depth() >= MAX_DEPTH) {
            throw new Malformed(Cause.TOO_LARGE);
        }
        skip(dependencies ? 6 : 4);
        Element element = new Element(name());
        if (attributes) {
            skip(4);
        }
        open.push(element);
        starting = element;
    }

    private int depth() {
        return depth + open.size();
    }

    private void closeStart() throws Malformed {
        if (starting == null) {
            throw new Malformed(Cause.TOKENS);
        }
        for (Attribute done : starting.attributes()) {
            cut(done.value());
        }
        starting = null;
        attribute = null;
    }

    private void endElement() throws Malformed {
        if (starting != null || open.isEmpty()) {
            throw new Malformed(Cause.TOKENS);
        }
        Element done = open.pop();
        cut(done.children());
        attach(done);
    }

    /** Literal text that ends an element or an attribute ends as values do. */
    private void cut(List<Node> nodes) {
        if (!nodes.isEmpty() && nodes.getLast() instanceof Node.Text last) {
            String cut = endSpaces.cut(last.text());
            boolean blank = cut.isEmpty() && !last.text().isEmpty();
            nodes.set(
                    nodes.size() - 1,
                    blank
                            ? new Node.Value(new byte[0], ValueType.BLANK, 0, 0)
                            : new Node.Text(cut));
        }
    }

    private void attach(Element element) {
        Element parent = open.peek();
        if (parent == null) {
            root = element;
        } else {
            parent.children().add(element);
        }
    }

    private void add(Node node) throws Malformed {
        if (attribute != null) {
            attribute.value().add(node);
            return;
        }
        Element parent = open.peek();
        if (parent == null || starting != null) {
            throw new Malformed(Cause.TOKENS);
        }
        parent.children().add(node);
    }

    /** Definitions have strings here; other types of a fixed size are read as they are. */
    private void value() throws Malformed {
        int type = u8();
        if (type == ValueType.STRING) {
            add(new Node.Text(string()));
            return;
        }
        if (type == ValueType.XML && materializer != null && attribute == null) {
            int size = u16();
            int from = at;
            skip(size);
            if (size > 0) {
                attach(materializer.fragment(from, from + size, depth()));
            }
            return;
        }
        int size = ValueType.size(type);
        if (size == 0 && type != ValueType.NULL) {
            throw new Malformed(Cause.TOKENS);
        }
        int from = at;
        skip(size);
        add(new Node.Value(Arrays.copyOfRange(chunk, from, at), type, 0, size));
    }

    private void instance() throws Malformed {
        if (materializer == null || starting != null) {
            throw new Malformed(Cause.TOKENS);
        }
        Materializer.Built built = materializer.instance(at, end, depth());
        at = built.end();
        attach(built.element());
    }

    private String string() throws Malformed {
        int units = u16();
        int from = at;
        skip(2 * units);
        return new String(
                chunk,
                from,
                2 * EndSpaces.KEPT.units(chunk, from, units),
                StandardCharsets.UTF_16LE);
    }

    /** A reference to link (4 bytes), hash (2), count (2), the name and a NUL. */
    private String name() throws Malformed {
        int place = at;
        int offset = i32();
        boolean inline = offset == at;
        if (offset < 0 || limit - 8 < offset) {
            throw new Malformed(Cause.TOKENS);
        }
        int size = 2 * Bytes.u16(chunk, offset + 6);
        if (limit - 8 - offset < size) {
            throw new Malformed(Cause.TOKENS);
        }
        if (inline) {
            skip(8 + size + 2);
        }
        if (materializer == null) {
            byte[] text =
                    inline ? new byte[0] : Arrays.copyOfRange(chunk, offset + 6, offset + 8 + size);
            names.add(new NameUse(place - start, inline, text));
        }
        return new String(chunk, offset + 8, size, StandardCharsets.UTF_16LE);
    }

    private static String entity(String name) {
        return switch (name) {
            case "quot" -> "\"";
            case "apos" -> "'";
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            default -> "&" + name + ";";
        };
    }

    private int u8() throws Malformed {
        skip(1);
        return Bytes.u8(chunk, at - 1);
    }

    private int u16() throws Malformed {
        skip(2);
        return Bytes.u16(chunk, at - 2);
    }

    private int i32() throws Malformed {
        skip(4);
        return Bytes.i32(chunk, at - 4);
    }

    private void skip(int count) throws Malformed {
        if (end - at < count) {
            throw new Malformed(Cause.TOKENS);
        }
        at += count;
    }
}
