package org.danaya.text.flow;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line: what a word processor calls a paragraph.
 *
 * @param place the part that it is of
 * @param opens the tag of the part that begins here, such as {@code point}; empty where the line
 *     goes on in a part that began before
 * @param role what it is to its reader
 * @param level of a heading from 1, of text from 0; at most {@link #DEEPEST}
 * @param number before its words, such as {@code Article 3} or {@code a)}; may be empty
 * @param inlines its words; may be empty
 */
public record Line(
        Place place, String opens, Role role, int level, String number, List<Inline> inlines)
        implements Block {

    /** How deep a line may lie. */
    public static final int DEEPEST = 9;

    public Line {
        inlines = List.copyOf(inlines);
        level = Math.clamp(level, 0, DEEPEST);
    }

    /** A line of words that is of no part that is known. */
    public static Line of(Role role, int level, String number, List<Inline> inlines) {
        return new Line(Place.NOWHERE, "", role, level, number, inlines);
    }

    /** The same with other words. */
    public Line with(List<Inline> others) {
        return new Line(place, opens, role, level, number, others);
    }

    @Override
    public Stream<Line> lines() {
        return Stream.of(this);
    }

    /** Its words without its number. */
    public String text() {
        return inlines.stream().map(Inline::text).collect(Collectors.joining());
    }

    /** Its number and words, and a line each for its footnotes. */
    public String words() {
        StringBuilder words = new StringBuilder(number);
        if (!number.isEmpty() && !inlines.isEmpty()) {
            words.append(' ');
        }
        words.append(text());
        notes().flatMap(note -> note.lines().stream())
                .forEach(line -> words.append('\n').append(line.words()));
        return words.toString();
    }

    /** Its footnotes. */
    public Stream<Note> notes() {
        return inlines.stream().filter(Note.class::isInstance).map(Note.class::cast);
    }
}
