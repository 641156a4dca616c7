package org.danaya.text.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a text while its tree is built: what it says itself, then the parts in it. */
final class Part {

    final String tag;
    final Place place;
    final String number;

    /** The words of its heading; absent for a part whose number stands before its text. */
    final @Nullable List<Inline> heading;

    /** Of a heading from 1; of text from 0. */
    final int level;

    final List<Line> subheadings = new ArrayList<>();
    final List<Block> before = new ArrayList<>();
    final List<Part> parts = new ArrayList<>();
    final List<Block> after = new ArrayList<>();

    Part(String tag, Place place, String number, @Nullable List<Inline> heading, int level) {
        this.tag = tag;
        this.place = place;
        this.number = number;
        this.heading = heading;
        this.level = level;
    }

    boolean headed() {
        return heading != null;
    }

    void say(Block block) {
        (parts.isEmpty() ? before : after).add(block);
    }
}
