package org.danaya.sigma.regex;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.danaya.sigma.search.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Runs a {@link Program} over a text: a state is the steps that may come next, and is made when a
 * text first leads there. When states take too much room, all are forgotten.
 *
 * <p>Shared by threads: a state never changes but for where it leads, which every thread would find
 * the same; only who makes one holds the lock.
 */
final class Automaton {

    /** So many words of eight bytes are kept in all states together. */
    private static final int ROOM = 1 << 17;

    /** What a state takes besides its steps and where it leads, in the same words. */
    private static final int STATE = 12;

    private final Program program;
    private final int end;
    private final State found;
    private final Map<State, State> states = new HashMap<>();
    private final int[] seen;
    private final int[] stack;
    private int round;
    private int room;
    private State first;

    /** What stands before a place in a text. */
    private enum Before {
        TEXT,
        NEWLINE,
        WORD,
        OTHER
    }

    /** Steps that may come next, as bits. */
    private static final class State {

        private final long[] steps;
        private final Before before;

        /** For each class of characters, and the end of the text, where it leads. */
        private final @Nullable State[] nexts;

        private State(long[] steps, Before before, int classes) {
            this.steps = steps;
            this.before = before;
            this.nexts = new State[classes];
        }

        /** Whether something was found; then nothing is looked at any more. */
        private boolean isFound() {
            return nexts.length == 0;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof State state
                    && before == state.before
                    && Arrays.equals(steps, state.steps);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(steps) * 31 + before.hashCode();
        }
    }

    Automaton(Program program) {
        this.program = program;
        end = program.classes();
        found = new State(new long[0], Before.OTHER, 0);
        seen = new int[program.size()];
        stack = new int[program.size() * 2];
        first = begin();
    }

    private State begin() {
        return state(none(), Before.TEXT);
    }

    private long[] none() {
        return new long[(program.size() + 63) >>> 6];
    }

    /** Whether something is found in the first bytes of a text. */
    Finder.Answer find(byte[] text, int length) {
        State state = first;
        int at = 0;
        while (at < length) {
            int character = text[at];
            if (character >= 0) {
                at++;
            } else {
                int size = Utf8.size(text, at, length);
                if (size == 0) {
                    return Finder.Answer.NOT_TEXT;
                }
                character = Utf8.read(text, at, size);
                at += size;
            }
            state = next(state, program.of(character));
            if (state.isFound()) {
                return Finder.Answer.FOUND;
            }
        }
        return next(state, end).isFound() ? Finder.Answer.FOUND : Finder.Answer.NOT_FOUND;
    }

    private State next(State state, int characters) {
        State known = state.nexts[characters];
        return known == null ? step(state, characters) : known;
    }

    private synchronized State step(State state, int characters) {
        if (++round == Integer.MAX_VALUE) {
            Arrays.fill(seen, 0);
            round = 1;
        }
        int height = push(program.start, 0);
        for (int word = 0; word < state.steps.length; word++) {
            for (long bits = state.steps[word]; bits != 0; bits &= bits - 1) {
                height = push((word << 6) + Long.numberOfTrailingZeros(bits), height);
            }
        }
        long[] targets = none();
        while (height > 0) {
            int step = stack[--height];
            switch (program.kind(step)) {
                case MATCH -> {
                    state.nexts[characters] = found;
                    return found;
                }
                case ONE -> {
                    if (characters != end && program.has(step, characters)) {
                        int target = program.next(step);
                        targets[target >>> 6] |= 1L << target;
                    }
                }
                case PLACE -> {
                    if (isThere(program.place(step), state.before, characters)) {
                        height = push(program.next(step), height);
                    }
                }
                case SPLIT -> {
                    height = push(program.next(step), height);
                    height = push(program.other(step), height);
                }
            }
        }
        State next = state(targets, before(characters));
        state.nexts[characters] = next;
        return next;
    }

    private int push(int step, int height) {
        if (seen[step] == round) {
            return height;
        }
        seen[step] = round;
        stack[height] = step;
        return height + 1;
    }

    private State state(long[] steps, Before before) {
        State made = new State(steps, before, end + 1);
        State known = states.get(made);
        if (known != null) {
            return known;
        }
        if (room > ROOM) {
            states.clear();
            room = 0;
            first = begin();
        }
        room += steps.length + end + STATE;
        states.put(made, made);
        return made;
    }

    private Before before(int characters) {
        if (!program.looksAround) {
            return Before.OTHER;
        }
        if (characters == program.newline) {
            return Before.NEWLINE;
        }
        return program.word.get(characters) ? Before.WORD : Before.OTHER;
    }

    private boolean isThere(Tree.Place place, Before before, int characters) {
        return switch (place) {
            case TEXT_BEGIN -> before == Before.TEXT;
            case LINE_BEGIN -> before == Before.TEXT || before == Before.NEWLINE;
            case TEXT_END -> characters == end;
            case LINE_END -> characters == end || characters == program.newline;
            case WORD_EDGE -> isEdge(before, characters);
            case NO_WORD_EDGE -> !isEdge(before, characters);
        };
    }

    private boolean isEdge(Before before, int characters) {
        return (before == Before.WORD) != (characters != end && program.word.get(characters));
    }
}
