package org.danaya.evtx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a template's events are written as JSON: literal bytes, and between them instructions for
 * values. Made by {@link JsonCompiler}; irregular where it can't say what the template means.
 */
final class JsonProgram {

    /** Literal bytes: from, count. */
    static final int LITERAL = 0;

    /** An element's only value: slot; null where it is empty. */
    static final int ELEMENT = 1;

    /** The only value of a Data element: slot; "" where it is empty. */
    static final int DATA = 2;

    /** The same as one of a list: an array's items are items of the list. */
    static final int LISTED = 3;

    /**
     * An element whose attributes are values: slot of its content or -1, count, and of each
     * attribute the literal's from and count and the slot, -1 for a literal that has its value.
     */
    static final int ATTRIBUTES = 4;

    /** A member of the root that is XML of its own: slot. */
    static final int CHILD = 5;

    /** A comma, unless it would be an object's first. */
    static final int COMMA = 6;

    /**
     * The same attributes as a member of an object that has elements too: count, and of each
     * attribute the literal's from and count and the slot.
     */
    static final int MEMBER = 7;

    /** An element below the root whose only value may be XML of its own: slot. */
    static final int INSIDE = 8;

    private static final byte[] NULL = ascii("null");
    private static final byte[] EMPTY = ascii("\"\"");
    private static final byte[] NEXT = ascii(",");
    private static final byte[] ATTRIBUTES_KEY = ascii("\"#attributes\":{");
    private static final byte[] TEXT_KEY = ascii(",\"#text\":");

    private final byte[] literals;
    private final int[] code;
    private final int[] uses;
    private final int childSlot;
    private final String around;
    private final String[] rootMembers;
    private final boolean regular;

    JsonProgram(
            byte[] literals,
            int[] code,
            int[] uses,
            int childSlot,
            String around,
            String[] rootMembers,
            boolean regular) {
        this.literals = literals;
        this.code = code;
        this.uses = uses;
        this.childSlot = childSlot;
        this.around = around;
        this.rootMembers = rootMembers;
        this.regular = regular;
    }

    static JsonProgram compile(Node.Element tree) {
        return new JsonCompiler(tree).compile();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    boolean isRegular() {
        return regular;
    }

    int childSlot() {
        return childSlot;
    }

    /** The name of the element around the root's child; empty where the root is. */
    String around() {
        return around;
    }

    int[] uses() {
        return uses;
    }

    /**
     * Writes the value of the root, without its key.
     *
     * @param inner the template of the root's child, and its values
     */
    void run(Utf8 out, byte[] chunk, Slots slots, Event.Inner inner) {
        int[] ops = code;
        for (int pc = 0; pc < ops.length; ) {
            switch (ops[pc]) {
                case LITERAL -> {
                    out.put(literals, ops[pc + 1], ops[pc + 2]);
                    pc += 3;
                }
                case ELEMENT -> {
                    value(out, chunk, slots, ops[pc + 1], NULL, false);
                    pc += 2;
                }
                case DATA -> {
                    value(out, chunk, slots, ops[pc + 1], EMPTY, false);
                    pc += 2;
                }
                case LISTED -> {
                    value(out, chunk, slots, ops[pc + 1], EMPTY, true);
                    pc += 2;
                }
                case ATTRIBUTES -> pc = attributes(out, chunk, slots, pc);
                case INSIDE -> {
                    if (inner.template() == null) {
                        value(out, chunk, slots, ops[pc + 1], NULL, false);
                    } else {
                        out.put('{');
                        child(out, chunk, inner);
                        out.put('}');
                    }
                    pc += 2;
                }
                case CHILD -> {
                    child(out, chunk, inner);
                    pc += 2;
                }
                case MEMBER -> {
                    if (members(out, chunk, slots, pc + 2, ops[pc + 1])) {
                        out.put('}');
                    }
                    pc += 2 + 3 * ops[pc + 1];
                }
                default -> {
                    comma(out);
                    pc++;
                }
            }
        }
    }

    private static void comma(Utf8 out) {
        if (out.last() != '{') {
            out.put(',');
        }
    }

    private static void value(
            Utf8 out, byte[] chunk, Slots slots, int slot, byte[] empty, boolean listed) {
        if (slots.isEmpty(chunk, slot)) {
            out.put(empty);
            return;
        }
        int type = slots.type(slot);
        if (ValueType.isArray(type)) {
            list(out, chunk, type, slots.from(slot), slots.size(slot), listed);
        } else {
            ValueText.json(out, chunk, type, slots.from(slot), slots.size(slot));
        }
    }

    /** An array: alone its only item; [several] unless they are items of a list around. */
    static void list(Utf8 out, byte[] bytes, int type, int from, int size, boolean listed) {
        int end = from + size;
        boolean brackets = !listed && ValueType.itemEnd(bytes, type, from, end, size) < end;
        if (brackets) {
            out.put('[');
        }
        for (int at = from; at < end; ) {
            if (at > from) {
                out.put(',');
            }
            int next = ValueType.itemEnd(bytes, type, at, end, size);
            ValueText.json(out, bytes, type & ~ValueType.ARRAY, at, next - at);
            at = next;
        }
        if (brackets) {
            out.put(']');
        }
    }

    private int attributes(Utf8 out, byte[] chunk, Slots slots, int pc) {
        int content = code[pc + 1];
        int count = code[pc + 2];
        int at = pc + 3 + 3 * count;
        int begin = out.length();
        out.put('{');
        boolean any = members(out, chunk, slots, pc + 3, count);
        if (!any) {
            out.cut(begin);
            if (content >= 0) {
                value(out, chunk, slots, content, NULL, false);
            } else {
                out.put(NULL);
            }
            return at;
        }
        out.put('}');
        if (content >= 0 && !slots.isEmpty(chunk, content)) {
            out.put(TEXT_KEY);
            value(out, chunk, slots, content, NULL, false);
        }
        out.put('}');
        return at;
    }

    /** Writes those attributes that aren't empty, without the bracket at their end. */
    private boolean members(Utf8 out, byte[] chunk, Slots slots, int from, int count) {
        boolean any = false;
        for (int at = from; at < from + 3 * count; at += 3) {
            int slot = code[at + 2];
            if (slot >= 0 && slots.isEmpty(chunk, slot)) {
                continue;
            }
            out.put(any ? NEXT : ATTRIBUTES_KEY);
            any = true;
            out.put(literals, code[at], code[at + 1]);
            if (slot >= 0) {
                ValueText.json(out, chunk, slots.type(slot), slots.from(slot), slots.size(slot));
            }
        }
        return any;
    }

    private void child(Utf8 out, byte[] chunk, Event.Inner inner) {
        Template template = inner.template();
        if (template == null) {
            return;
        }
        comma(out);
        String name = template.tree().name();
        if (around.isEmpty() && Arrays.asList(rootMembers).contains(name)) {
            int number = 1;
            while (Arrays.asList(rootMembers).contains(name + "_" + number)) {
                number++;
            }
            out.put('"');
            out.text(name + "_" + number, true);
            out.text("\":", false);
        } else {
            out.put(template.key());
        }
        template.program().run(out, chunk, inner.slots(), Event.Inner.NONE);
    }
}
