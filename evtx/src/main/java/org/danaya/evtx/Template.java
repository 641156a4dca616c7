package org.danaya.evtx;

import org.danaya.evtx.Node.Element;
import org.jspecify.annotations.Nullable;

/** A template's definition, compiled: what stays the same of its events, and where values go. */
final class Template {

    private final Element tree;
    private final byte[] key;
    private final int[] uses;
    private final boolean repeats;

    /** Null until somebody wants the JSON of a tree with its values in place. */
    private @Nullable JsonProgram program;

    /** What was asked of this template last; those who read fields ask for the same each time. */
    private @Nullable FieldNames planned;

    private String plannedAround = "";
    private @Nullable FieldPlan plan;

    /** Compiles a definition. */
    Template(Element tree) {
        this(tree, JsonProgram.compile(tree));
    }

    private Template(Element tree, @Nullable JsonProgram program) {
        this.tree = tree;
        this.program = program;
        this.key = key(tree.name());
        this.uses = program == null ? new int[0] : program.uses();
        boolean repeated = false;
        for (int use : uses) {
            repeated |= use > 1;
        }
        this.repeats = repeated;
    }

    /** Of a tree with its values in place, good for as long as they are. */
    static Template ofTree(Element tree) {
        return new Template(tree, null);
    }

    Element tree() {
        return tree;
    }

    JsonProgram program() {
        JsonProgram current = program;
        if (current == null) {
            current = JsonProgram.compile(tree);
            program = current;
        }
        return current;
    }

    /** Whether {@link #program} says everything; else each event is built as a tree. */
    boolean isRegular() {
        return program().isRegular();
    }

    /** The root's name as a member's key: {@code "Event":}. */
    byte[] key() {
        return key;
    }

    /** The value that is the root's child, which may be XML; -1 where there is none. */
    int childSlot() {
        return program().childSlot();
    }

    /** The name of the element around that child; empty where it is the root. */
    String around() {
        return program().around();
    }

    /** How many times the value of each number is written. */
    int[] uses() {
        return uses;
    }

    /** Whether a value is written more than once. */
    boolean repeats() {
        return repeats;
    }

    /**
     * Where the fields are.
     *
     * @param around the element that the root is in, below Event; empty where it is Event or below
     *     it
     */
    FieldPlan plan(FieldNames names, String around) {
        FieldPlan current = plan;
        if (current == null || planned != names || !plannedAround.equals(around)) {
            current = FieldPlan.of(tree, names, around);
            plan = current;
            planned = names;
            plannedAround = around;
        }
        return current;
    }

    private static byte[] key(String name) {
        Utf8 out = new Utf8();
        out.put('"');
        out.text(name, true);
        out.put('"');
        out.put(':');
        return out.copy();
    }
}
