package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Place;
import org.danaya.text.redline.Change;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph that is written: what it is in the former version, in the later, or in both.
 *
 * <p>A version in which it has no style is one in which it isn't a paragraph of its own: its mark
 * is tracked.
 */
final class Paragraph {

    private final List<Bit> bits;
    private Tracked mark;
    private boolean twin;
    private @Nullable Version before;
    private @Nullable Version after;

    /** The moves that it is the source and the target of, or 0. */
    private final int from;

    private final int to;

    /**
     * What it is in one version.
     *
     * @param style its name
     * @param place of the line, or null where it is no line
     */
    record Version(String style, @Nullable Place place) {

        /** Of what only stands beside a table. */
        static final Version END = new Version(Look.END, null);

        static Version of(Line line, boolean inNote) {
            boolean empty = line.inlines().isEmpty() && line.number().isEmpty();
            return new Version(Look.of(line).style(empty, inNote), line.place());
        }
    }

    Paragraph(
            List<Bit> bits,
            Tracked mark,
            @Nullable Version before,
            @Nullable Version after,
            int from,
            int to) {
        this.bits = bits;
        this.mark = mark;
        this.before = before;
        this.after = after;
        this.from = from;
        this.to = to;
    }

    /** One that only stands beside a table. */
    static Paragraph end() {
        return new Paragraph(List.of(), Tracked.KEPT, Version.END, Version.END, 0, 0);
    }

    /** A whole line. */
    static Paragraph of(Tracked kind, Line line, boolean inNote) {
        Version version = Version.of(line, inNote);
        boolean gone = kind == Tracked.DELETED || kind == Tracked.MOVED_AWAY;
        boolean fresh = kind == Tracked.INSERTED || kind == Tracked.MOVED_HERE;
        return new Paragraph(
                Bit.of(kind, line), kind, fresh ? null : version, gone ? null : version, 0, 0);
    }

    /** A line that is in both versions. */
    static Paragraph of(Change.Kept kept, boolean inNote) {
        return new Paragraph(
                Bit.of(kept),
                Tracked.KEPT,
                Version.of(kept.before(), inNote),
                Version.of(kept.after(), inNote),
                0,
                0);
    }

    static Paragraph from(Change.MovedFrom moved) {
        if (links(moved.line())) {
            return of(Tracked.DELETED, moved.line().before(), false).asTwin();
        }
        List<Bit> bits = Bit.source(moved.line());
        Version version = Version.of(moved.line().before(), false);
        return new Paragraph(bits, last(bits, Tracked.MOVED_AWAY), version, null, moved.move(), 0);
    }

    static Paragraph to(Change.MovedTo moved) {
        if (links(moved.line())) {
            return of(Tracked.INSERTED, moved.line().after(), false).asTwin();
        }
        List<Bit> bits = Bit.target(moved.line());
        Version version = Version.of(moved.line().after(), false);
        return new Paragraph(bits, last(bits, Tracked.MOVED_HERE), null, version, 0, moved.move());
    }

    /** LibreOffice knows no moves of links: a line that has one is deleted and inserted. */
    private static boolean links(Change.Kept moved) {
        return Stream.of(moved.before(), moved.after())
                .flatMap(line -> line.inlines().stream())
                .anyMatch(Bit.Words::leads);
    }

    /** Whether it has a link. */
    boolean links() {
        return bits.stream().anyMatch(bit -> bit instanceof Bit.Words words && words.links());
    }

    /** A mark is of the kind of what it ends, or LibreOffice leaves a paragraph. */
    private static Tracked last(List<Bit> bits, Tracked otherwise) {
        return bits.isEmpty() ? otherwise : bits.getLast().tracked();
    }

    List<Bit> bits() {
        return bits;
    }

    Tracked mark() {
        return mark;
    }

    @Nullable Version before() {
        return before;
    }

    @Nullable Version after() {
        return after;
    }

    /** Whether it is in one version alone. */
    boolean alone() {
        return before == null || after == null;
    }

    /** The same, which LibreOffice takes for moved. */
    Paragraph asTwin() {
        twin = true;
        return this;
    }

    boolean twin() {
        return twin;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    boolean kept() {
        return mark == Tracked.KEPT;
    }

    /** Whether it calls a footnote. */
    boolean calls() {
        for (Bit bit : bits) {
            boolean called =
                    switch (bit) {
                        case Bit.Noted _ -> true;
                        case Bit.Words words ->
                                words.inlines().stream().anyMatch(Note.class::isInstance);
                        case Bit.Label _, Bit.Restyled _ -> false;
                    };
            if (called) {
                return true;
            }
        }
        return false;
    }

    /** How what it begins with is tracked. */
    Tracked begins() {
        return bits.isEmpty() ? mark : bits.getFirst().tracked();
    }

    /** How what its words end with is tracked, as they are written. */
    Tracked ends() {
        return last(LinkEnds.kept(this), Tracked.KEPT);
    }

    /** Whether its style is another one in each version. */
    boolean restyled() {
        return before != null && after != null && !before.style().equals(after.style());
    }

    /** Whether its words are tracked in more than one way. */
    boolean mixed() {
        return bits.stream().map(Bit::tracked).distinct().count() > 1;
    }

    void mark(Tracked kind) {
        mark = kind;
    }

    void before(@Nullable Version version) {
        before = version;
    }

    void after(@Nullable Version version) {
        after = version;
    }

    /** One paragraph of what was one in the former version and what is one in the later. */
    static Paragraph joined(Paragraph gone, Paragraph fresh) {
        List<Bit> bits = new ArrayList<>(gone.bits);
        bits.addAll(fresh.bits);
        return new Paragraph(bits, Tracked.KEPT, gone.before, fresh.after, gone.from, fresh.to);
    }
}
