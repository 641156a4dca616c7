package org.danaya.text.pdf;

import java.util.ArrayList;
import java.util.List;

/** A page: what stands on it, and where. Places are from the top left corner of the paper. */
final class Leaf {

    private final List<Placed> lines = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();

    /**
     * A line.
     *
     * @param shown once more: it is no part of the text here, such as the head of a table that goes
     *     on overleaf
     */
    record Placed(float x, float y, SetLine line, boolean shown) {}

    /**
     * A rectangle.
     *
     * @param filled whether it is a light ground; otherwise it is a frame
     */
    record Box(float x, float y, float width, float height, boolean filled) {}

    List<Placed> lines() {
        return lines;
    }

    List<Box> boxes() {
        return boxes;
    }
}
