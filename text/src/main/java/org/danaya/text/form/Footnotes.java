package org.danaya.text.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;

/**
 * Counts footnotes in the order in which a writer meets them. A footnote keeps the marker that its
 * text gives it; one without is given the next number that no other has.
 */
public final class Footnotes {

    private final Set<String> taken = new HashSet<>();
    private final List<Called> called = new ArrayList<>();
    private int next;
    private int given;

    /**
     * A footnote that was called.
     *
     * @param index from 1, in the order of calls; unlike its label, no other has it
     * @param label that calls it, such as {@code 1} or {@code *}
     */
    public record Called(int index, String label, Note note) {}

    /** For a text; its footnotes' own markers are known from the start. */
    public Footnotes(Flow flow) {
        this(flow.lines());
    }

    /** For lines; their footnotes' own markers are known from the start. */
    public Footnotes(Stream<Line> lines) {
        lines.forEach(this::take);
    }

    private void take(Line line) {
        line.notes()
                .forEach(
                        note -> {
                            taken.add(note.marker());
                            note.lines().forEach(this::take);
                        });
    }

    /** A footnote is called here. */
    public Called call(Note note) {
        String label = note.marker().isEmpty() ? free() : note.marker();
        Called call = new Called(called.size() + 1, label, note);
        called.add(call);
        return call;
    }

    private String free() {
        do {
            given++;
        } while (taken.contains(Integer.toString(given)));
        return Integer.toString(given);
    }

    /** The first footnote that was called and hasn't been given yet; writing it may call others. */
    public Optional<Called> next() {
        return next < called.size() ? Optional.of(called.get(next++)) : Optional.empty();
    }

    /** How many were called. */
    public int count() {
        return called.size();
    }

    /** Whether none is left. */
    public boolean isEmpty() {
        return next == called.size();
    }
}
