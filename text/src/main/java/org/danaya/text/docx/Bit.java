package org.danaya.text.docx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Mark;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Run;
import org.danaya.text.flow.Style;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Piece;

/** What follows one another in a paragraph that is written. */
sealed interface Bit {

    /**
     * The number before the line.
     *
     * @param followed whether words come after it
     */
    record Label(Tracked kind, String text, boolean followed) implements Bit {}

    /** Words and what stands among them. */
    record Words(Tracked kind, List<Inline> inlines) implements Bit {

        /** Whether there is a link in it. */
        boolean links() {
            return inlines.stream().anyMatch(Words::leads);
        }

        /** Whether it begins with a link. */
        boolean linksFirst() {
            return leads(inlines.getFirst());
        }

        /** Whether it ends with a link, footnotes that are called behind it not counted. */
        boolean linksLast() {
            return inlines.reversed().stream()
                    .filter(inline -> !(inline instanceof Note))
                    .findFirst()
                    .filter(Words::leads)
                    .isPresent();
        }

        static boolean leads(Inline inline) {
            return inline instanceof Run run && !run.style().href().isEmpty();
        }
    }

    /** Words that look otherwise. */
    record Restyled(Run words, Style former) implements Bit {}

    /** A footnote whose text changed. */
    record Noted(Piece.Noted piece) implements Bit {}

    /** How it is tracked. */
    default Tracked tracked() {
        return switch (this) {
            case Label number -> number.kind();
            case Words words -> words.kind();
            case Restyled _, Noted _ -> Tracked.KEPT;
        };
    }

    /** A whole line. */
    static List<Bit> of(Tracked kind, Line line) {
        List<Bit> bits = new ArrayList<>();
        if (!line.number().isEmpty()) {
            bits.add(new Label(kind, line.number(), !line.inlines().isEmpty()));
        }
        if (!line.inlines().isEmpty()) {
            bits.add(new Words(kind, line.inlines()));
        }
        return bits;
    }

    /** A line that is in both versions. */
    static List<Bit> of(Change.Kept kept) {
        List<Bit> bits = numbers(kept, Tracked.KEPT, Tracked.DELETED, Tracked.INSERTED);
        for (Piece piece : kept.pieces()) {
            switch (piece) {
                case Piece.Same same -> bits.add(new Words(Tracked.KEPT, same.inlines()));
                case Piece.Inserted inserted ->
                        bits.add(new Words(Tracked.INSERTED, inserted.inlines()));
                case Piece.Deleted deleted ->
                        bits.add(new Words(Tracked.DELETED, deleted.inlines()));
                case Piece.Restyled restyled -> restyled(bits, restyled);
                case Piece.Noted noted -> bits.add(new Noted(noted));
            }
        }
        return bits;
    }

    /**
     * Where a link leads can't be tracked, and LibreOffice doesn't give back how words looked that
     * have a style: such words are deleted and inserted.
     */
    private static void restyled(List<Bit> bits, Piece.Restyled piece) {
        Deque<Run> before = new ArrayDeque<>(piece.before());
        Deque<Run> after = new ArrayDeque<>(piece.after());
        while (!before.isEmpty() && !after.isEmpty()) {
            int length =
                    Math.min(before.element().text().length(), after.element().text().length());
            Run was = cut(before, length);
            Run is = cut(after, length);
            boolean told =
                    Stream.of(was, is)
                            .map(Run::style)
                            .allMatch(it -> it.href().isEmpty() && !it.has(Mark.DEFINED));
            if (was.equals(is)) {
                bits.add(new Words(Tracked.KEPT, List.of(is)));
            } else if (told) {
                bits.add(new Restyled(is, was.style()));
            } else {
                bits.add(new Words(Tracked.DELETED, List.of(was)));
                bits.add(new Words(Tracked.INSERTED, List.of(is)));
            }
        }
    }

    private static Run cut(Deque<Run> runs, int length) {
        Run run = runs.pop();
        if (length == run.text().length()) {
            return run;
        }
        runs.push(new Run(run.text().substring(length), run.style()));
        return new Run(run.text().substring(0, length), run.style());
    }

    private static List<Bit> numbers(
            Change.Kept kept, Tracked same, Tracked before, Tracked after) {
        List<Bit> bits = new ArrayList<>();
        String former = kept.before().number();
        String number = kept.after().number();
        boolean followed = !kept.before().inlines().isEmpty();
        boolean follows = !kept.after().inlines().isEmpty();
        if (former.equals(number)) {
            if (!number.isEmpty()) {
                bits.add(new Label(same, number, followed || follows));
            }
            return bits;
        }
        if (!former.isEmpty() && before != Tracked.KEPT) {
            bits.add(new Label(before, former, followed));
        }
        if (!number.isEmpty() && after != Tracked.KEPT) {
            bits.add(new Label(after, number, follows));
        }
        return bits;
    }

    /** A line where it stood: what was also taken out of it is deleted, not moved. */
    static List<Bit> source(Change.Kept moved) {
        List<Bit> bits = numbers(moved, Tracked.MOVED_AWAY, Tracked.DELETED, Tracked.KEPT);
        for (Piece piece : moved.pieces()) {
            switch (piece) {
                case Piece.Same same -> bits.add(new Words(Tracked.MOVED_AWAY, same.inlines()));
                case Piece.Deleted deleted ->
                        bits.add(new Words(Tracked.DELETED, deleted.inlines()));
                case Piece.Restyled restyled ->
                        bits.add(new Words(Tracked.MOVED_AWAY, List.copyOf(restyled.before())));
                case Piece.Noted noted ->
                        bits.add(new Words(Tracked.MOVED_AWAY, List.of(noted.before())));
                case Piece.Inserted _ -> {}
            }
        }
        return bits;
    }

    /** A line where it stands now: what was also put into it is inserted, not moved. */
    static List<Bit> target(Change.Kept moved) {
        List<Bit> bits = numbers(moved, Tracked.MOVED_HERE, Tracked.KEPT, Tracked.INSERTED);
        for (Piece piece : moved.pieces()) {
            switch (piece) {
                case Piece.Same same -> bits.add(new Words(Tracked.MOVED_HERE, same.inlines()));
                case Piece.Inserted inserted ->
                        bits.add(new Words(Tracked.INSERTED, inserted.inlines()));
                case Piece.Restyled restyled ->
                        bits.add(new Words(Tracked.MOVED_HERE, List.copyOf(restyled.after())));
                case Piece.Noted noted ->
                        bits.add(new Words(Tracked.MOVED_HERE, List.of(noted.after())));
                case Piece.Deleted _ -> {}
            }
        }
        return bits;
    }
}
