package org.danaya.text.grammar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.danaya.text.grammar.Particle.Choice;
import org.danaya.text.grammar.Particle.Names;
import org.danaya.text.grammar.Particle.Repeat;
import org.danaya.text.grammar.Particle.Sequence;

/**
 * What an element holds, as an automaton (Glushkov's: one state for each place where names stand in
 * the grammar, and one, 0, for the beginning). A step looks at the few places that may follow.
 */
final class Model {

    private final List<BitSet> names = new ArrayList<>();
    private final List<BitSet> follow = new ArrayList<>();
    private final BitSet ends;
    private final boolean mixed;

    /**
     * The places of a part: where it may begin, where it may end, and whether it may be nothing.
     */
    private record Part(boolean none, BitSet first, BitSet last) {}

    /**
     * Compiles what an element holds.
     *
     * @throws IllegalStateException where a name doesn't say which of two places comes next
     */
    Model(Particle particle, boolean mixed) {
        this.mixed = mixed;
        names.add(new BitSet());
        follow.add(new BitSet());
        Part whole = compile(particle);
        follow.getFirst().or(whole.first());
        ends = whole.last();
        if (whole.none()) {
            ends.set(0);
        }
        for (BitSet next : follow) {
            requireOneWay(next);
        }
    }

    private Part compile(Particle particle) {
        return switch (particle) {
            case Names one -> {
                BitSet place = new BitSet();
                place.set(names.size());
                names.add(one.names());
                follow.add(new BitSet());
                yield new Part(false, place, (BitSet) place.clone());
            }
            case Sequence sequence -> sequence(sequence.parts());
            case Choice choice -> {
                Part either = new Part(false, new BitSet(), new BitSet());
                boolean none = false;
                for (Particle each : choice.parts()) {
                    Part part = compile(each);
                    none |= part.none();
                    either.first().or(part.first());
                    either.last().or(part.last());
                }
                yield new Part(none, either.first(), either.last());
            }
            case Repeat repeat -> {
                Part part = compile(repeat.part());
                if (repeat.many()) {
                    link(part.last(), part.first());
                }
                yield new Part(part.none() || repeat.none(), part.first(), part.last());
            }
        };
    }

    private Part sequence(List<Particle> parts) {
        boolean none = true;
        BitSet first = new BitSet();
        BitSet last = new BitSet();
        for (Particle each : parts) {
            Part part = compile(each);
            link(last, part.first());
            if (none) {
                first.or(part.first());
            }
            if (!part.none()) {
                last.clear();
            }
            last.or(part.last());
            none &= part.none();
        }
        return new Part(none, first, last);
    }

    private void link(BitSet from, BitSet to) {
        for (int place = from.nextSetBit(0); place >= 0; place = from.nextSetBit(place + 1)) {
            follow.get(place).or(to);
        }
    }

    private void requireOneWay(BitSet next) {
        BitSet seen = new BitSet();
        for (int place = next.nextSetBit(0); place >= 0; place = next.nextSetBit(place + 1)) {
            if (seen.intersects(names.get(place))) {
                throw new IllegalStateException("two ways to go on in " + names.get(place));
            }
            seen.or(names.get(place));
        }
    }

    /** Whether words may stand between its elements. */
    boolean mixed() {
        return mixed;
    }

    /** Whether nothing at all may stand in it, not even space. */
    boolean empty() {
        return names.size() == 1 && !mixed;
    }

    /** How many states there are. */
    int states() {
        return names.size();
    }

    /** The state after an element of this name; -1 where it may not stand here. */
    int next(int state, int name) {
        BitSet next = follow.get(state);
        for (int place = next.nextSetBit(0); place >= 0; place = next.nextSetBit(place + 1)) {
            if (names.get(place).get(name)) {
                return place;
            }
        }
        return -1;
    }

    /** Where to go on after an element that may not stand here: where it may later on, or here. */
    int recover(int state, int name) {
        for (int place = state + 1; place < names.size(); place++) {
            if (names.get(place).get(name)) {
                return place;
            }
        }
        return state;
    }

    /** Whether the element may end here. */
    boolean mayEnd(int state) {
        return ends.get(state);
    }

    /** The numbers of all names that may come next. */
    BitSet expected(int state) {
        BitSet all = new BitSet();
        BitSet next = follow.get(state);
        for (int place = next.nextSetBit(0); place >= 0; place = next.nextSetBit(place + 1)) {
            all.or(names.get(place));
        }
        return all;
    }
}
