package org.danaya.text.grammar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What an element holds, as it is written: names, and how they may follow each other. */
sealed interface Particle {

    /**
     * One element of these names.
     *
     * @param names by their numbers in the grammar
     */
    record Names(BitSet names) implements Particle {}

    /** One after the other; nothing where there are none. */
    record Sequence(List<Particle> parts) implements Particle {}

    /** One of these. */
    record Choice(List<Particle> parts) implements Particle {}

    /**
     * The same again.
     *
     * @param none whether it may be missing
     * @param many whether it may come more than once
     */
    record Repeat(Particle part, boolean none, boolean many) implements Particle {}

    /** One of these; names among them become one set, so that few states are made of them. */
    static Particle choice(List<Particle> parts) {
        BitSet names = new BitSet();
        List<Particle> others = new ArrayList<>();
        for (Particle part : parts) {
            switch (part) {
                case Names more -> names.or(more.names());
                case Choice inner -> others.addAll(inner.parts());
                case Sequence sequence -> others.add(sequence);
                case Repeat repeat -> others.add(repeat);
            }
        }
        if (!names.isEmpty()) {
            others.addFirst(new Names(names));
        }
        return others.size() == 1 ? others.getFirst() : new Choice(others);
    }
}
