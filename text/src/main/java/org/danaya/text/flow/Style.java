package org.danaya.text.flow;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How words look and where they lead.
 *
 * @param marks in the order of the kinds
 * @param href where they lead: {@code #art_3} in this text, an address of another; may be empty
 */
public record Style(Set<Mark> marks, String href) {

    /** Like the words around them. */
    public static final Style PLAIN = new Style(Set.of(), "");

    public Style {
        EnumSet<Mark> ordered = EnumSet.noneOf(Mark.class);
        ordered.addAll(marks);
        marks = Collections.unmodifiableSet(ordered);
    }

    /** The same with one mark more. */
    public Style with(Mark mark) {
        EnumSet<Mark> more = EnumSet.of(mark);
        more.addAll(marks);
        return new Style(more, href);
    }

    /** The same, leading somewhere. */
    public Style to(String address) {
        return new Style(marks, address);
    }

    /** Whether a mark is set. */
    public boolean has(Mark mark) {
        return marks.contains(mark);
    }
}
