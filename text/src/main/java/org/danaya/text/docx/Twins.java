package org.danaya.text.docx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Note;
import org.danaya.text.flow.Run;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Piece;
import org.danaya.text.redline.RowChange;

/**
 * Words that are gone in one place and new in another: LibreOffice takes them for moved, whatever
 * the file says, if there is a space between them, and no longer for a part of what they stand in.
 */
final class Twins {

    /** LibreOffice looks for no shorter ones. */
    private static final int SHORTEST = 6;

    /** Lines that are longer are told apart by their beginning. */
    private static final int LONGEST = 2_000;

    private final Set<String> gone = new HashSet<>();
    private final Set<String> fresh = new HashSet<>();

    /** Those that are gone together with a link, which grows then where it was. */
    private final Set<String> linked = new HashSet<>();

    Twins(List<Change> changes) {
        changes.forEach(this::change);
        gone.retainAll(fresh);
        linked.retainAll(fresh);
    }

    /** Whether these words are gone as well as new. */
    boolean has(String words) {
        return counts(words) && gone.contains(words.strip());
    }

    /**
     * Whether a link grows because of these words: theirs, or that of their twin.
     *
     * @param links whether they come together with a link
     */
    boolean grow(String words, boolean links) {
        return links ? has(words) : counts(words) && linked.contains(words.strip());
    }

    /** Whether some of a line has such a twin. */
    boolean has(Line line) {
        List<Bit> bits = Bit.of(Tracked.INSERTED, line);
        return !bits.isEmpty()
                && (beginnings(bits).stream().anyMatch(this::has)
                        || line.inlines().stream()
                                .anyMatch(it -> it instanceof Run run && has(run.text()))
                        || has(line.number()));
    }

    private static boolean counts(String words) {
        return words.length() >= SHORTEST && words.strip().contains(" ");
    }

    /** Whether a link grows because of the first of these and what comes like it, up to any run. */
    boolean grow(List<Bit> bits) {
        boolean links = link(bits);
        return beginnings(bits).stream().anyMatch(words -> grow(words, links));
    }

    /** Whether there is a link in those that are tracked like the first. */
    static boolean link(List<Bit> bits) {
        return alike(bits).anyMatch(bit -> bit instanceof Bit.Words words && words.links());
    }

    private static Stream<Bit> alike(List<Bit> bits) {
        Tracked kind = bits.getFirst().tracked().unmoved();
        return bits.stream().takeWhile(bit -> bit.tracked().unmoved() == kind);
    }

    /** What is tracked like the first of these, run after run, each with all before it. */
    private static List<String> beginnings(List<Bit> bits) {
        List<String> beginnings = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (String words : alike(bits).flatMap(Twins::words).toList()) {
            if (all.length() > LONGEST) {
                break;
            }
            beginnings.add(all.append(words).toString());
        }
        return beginnings;
    }

    private static Stream<String> words(Bit bit) {
        return switch (bit) {
            case Bit.Label label -> Stream.of(label.text());
            case Bit.Words words -> words.inlines().stream().map(Inline::text);
            case Bit.Restyled _, Bit.Noted _ -> Stream.empty();
        };
    }

    private void change(Change change) {
        switch (change) {
            case Change.Deleted(Block block) -> block(block, Tracked.DELETED);
            case Change.Inserted(Block block) -> block(block, Tracked.INSERTED);
            case Change.MovedFrom from -> bits(Bit.source(from.line()));
            case Change.MovedTo to -> bits(Bit.target(to.line()));
            case Change.Kept kept -> bits(Bit.of(kept));
            case Change.Table table -> {
                // It may be written as two.
                block(table.before(), Tracked.DELETED);
                block(table.after(), Tracked.INSERTED);
                table.rows().forEach(this::row);
            }
        }
    }

    private void row(RowChange row) {
        if (row instanceof RowChange.Kept kept) {
            kept.cells().forEach(cell -> cell.forEach(this::change));
        }
    }

    private void block(Block block, Tracked kind) {
        switch (block) {
            case Line line -> bits(Bit.of(kind, line));
            case Grid grid ->
                    grid.rows().stream()
                            .flatMap(row -> row.cells().stream())
                            .flatMap(cell -> cell.lines().stream())
                            .forEach(line -> bits(Bit.of(kind, line)));
        }
    }

    /** Each run, and what is tracked in one way from where it begins. */
    private void bits(List<Bit> bits) {
        Tracked former = Tracked.KEPT;
        boolean links = false;
        for (int i = 0; i < bits.size(); i++) {
            Tracked kind = bits.get(i).tracked().unmoved();
            if (kind != former) {
                List<Bit> following = bits.subList(i, bits.size());
                links = kind == Tracked.DELETED && link(following);
                for (String words : beginnings(following)) {
                    add(words, kind, links);
                }
                former = kind;
            }
            switch (bits.get(i)) {
                case Bit.Label label -> add(label.text(), kind, links);
                case Bit.Words words -> {
                    for (Inline inline : words.inlines()) {
                        inline(inline, kind, links);
                    }
                }
                case Bit.Noted(Piece.Noted noted) -> noted(noted);
                case Bit.Restyled _ -> {}
            }
        }
    }

    private void inline(Inline inline, Tracked kind, boolean links) {
        if (inline instanceof Run run) {
            add(run.text(), kind, links);
        } else if (inline instanceof Note note) {
            note.lines().forEach(line -> block(line, kind));
        }
    }

    private void noted(Piece.Noted noted) {
        // It may be written as two.
        noted.before().lines().forEach(line -> block(line, Tracked.DELETED));
        noted.after().lines().forEach(line -> block(line, Tracked.INSERTED));
        noted.changes().forEach(this::change);
    }

    private void add(String words, Tracked kind, boolean links) {
        if (kind != Tracked.KEPT && counts(words)) {
            (kind == Tracked.DELETED ? gone : fresh).add(words.strip());
            if (links) {
                linked.add(words.strip());
            }
        }
    }
}
