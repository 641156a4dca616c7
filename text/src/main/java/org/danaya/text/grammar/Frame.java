package org.danaya.text.grammar;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** An element that the reading has entered, and those around it. */
final class Frame {

    final @Nullable Frame parent;
    final String name;

    /** What the grammar says of it; null where it says nothing, and all is admitted. */
    final @Nullable Declaration declaration;

    /** Its address; empty where it has none. */
    final String eId;

    final int line;
    final int column;
    final int depth;

    /** Whether it is about the text: {@code meta}, or below it. */
    final boolean meta;

    /** Where its model stands. */
    int state;

    /** Whether the text has words, or what stands for words, in it. */
    boolean words;

    Frame(
            @Nullable Frame parent,
            String name,
            @Nullable Declaration declaration,
            String eId,
            int line,
            int column) {
        this.parent = parent;
        this.name = name;
        this.declaration = declaration;
        this.eId = eId;
        this.line = line;
        this.column = column;
        this.depth = parent == null ? 1 : parent.depth + 1;
        this.meta = (parent != null && parent.meta) || name.equals("meta");
    }

    /** Its names from the root, with addresses. */
    String path() {
        Deque<Frame> frames = new ArrayDeque<>();
        for (Frame at = this; at != null; at = at.parent) {
            frames.push(at);
        }
        StringBuilder path = new StringBuilder();
        for (Frame frame : frames) {
            if (!path.isEmpty()) {
                path.append('/');
            }
            path.append(Finding.shortened(frame.name));
            if (!frame.eId.isEmpty()) {
                path.append('#').append(Finding.shortened(frame.eId));
            }
        }
        return path.toString();
    }
}
