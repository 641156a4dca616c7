package org.danaya.text.form;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.danaya.text.flow.Inline;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Role;
import org.danaya.text.redline.Change;
import org.danaya.text.redline.Piece;
import org.danaya.text.redline.Redline;
import org.danaya.text.redline.RowChange;

/**
 * What changed between two versions, in numbers.
 *
 * @param came lines that are new, those in tables and footnotes too
 * @param went lines that are gone
 * @param changed lines whose words changed
 * @param moved lines that are elsewhere
 * @param renumbered lines whose number changed
 * @param wordsCame words that are new, in lines of both versions and in new ones
 * @param wordsWent words that are gone
 */
public record Tally(
        int came, int went, int changed, int moved, int renumbered, int wordsCame, int wordsWent) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

    /** The numbers of a comparison. */
    public static Tally of(Redline redline) {
        return of(redline.changes());
    }

    /** The sentences that tell them; one where nothing changed. */
    public List<String> sentences(Legend legend) {
        if (equals(NOTHING)) {
            return List.of(legend.say("changes.none"));
        }
        return List.of(
                legend.say("tally.came", came),
                legend.say("tally.went", went),
                legend.say("tally.changed", changed),
                legend.say("tally.moved", moved),
                legend.say("tally.renumbered", renumbered),
                legend.say("tally.words", wordsCame, wordsWent));
    }

    private static Tally of(List<Change> changes) {
        return changes.stream().map(Tally::of).reduce(NOTHING, Tally::plus);
    }

    private static Tally of(Change change) {
        return switch (change) {
            case Change.Inserted inserted ->
                    inserted.block().lines().map(Tally::came).reduce(NOTHING, Tally::plus);
            case Change.Deleted deleted ->
                    deleted.block().lines().map(Tally::went).reduce(NOTHING, Tally::plus);
            case Change.MovedFrom from -> NOTHING;
            case Change.MovedTo to -> new Tally(0, 0, 0, 1, 0, 0, 0).plus(of(to.line()));
            case Change.Kept kept -> of(kept);
            case Change.Table table ->
                    table.rows().stream().map(Tally::of).reduce(NOTHING, Tally::plus);
        };
    }

    private static Tally of(RowChange row) {
        return switch (row) {
            case RowChange.Kept kept ->
                    kept.cells().stream().map(Tally::of).reduce(NOTHING, Tally::plus);
            case RowChange.Inserted inserted ->
                    lines(inserted.row().cells().stream().map(cell -> cell.lines()))
                            .map(Tally::came)
                            .reduce(NOTHING, Tally::plus);
            case RowChange.Deleted deleted ->
                    lines(deleted.row().cells().stream().map(cell -> cell.lines()))
                            .map(Tally::went)
                            .reduce(NOTHING, Tally::plus);
        };
    }

    private static Stream<Line> lines(Stream<List<Line>> cells) {
        return cells.flatMap(List::stream);
    }

    private static Tally of(Change.Kept kept) {
        Tally tally = NOTHING;
        boolean changed = false;
        for (Piece piece : kept.pieces()) {
            switch (piece) {
                case Piece.Inserted inserted -> {
                    changed = true;
                    tally = tally.plus(words(count(inserted.inlines()), 0));
                }
                case Piece.Deleted deleted -> {
                    changed = true;
                    tally = tally.plus(words(0, count(deleted.inlines())));
                }
                case Piece.Noted noted -> tally = tally.plus(of(noted.changes()));
                case Piece.Same same -> {}
                case Piece.Restyled restyled -> {}
            }
        }
        int renumbered = kept.before().number().equals(kept.after().number()) ? 0 : 1;
        return tally.plus(new Tally(0, 0, changed ? 1 : 0, 0, renumbered, 0, 0));
    }

    private static Tally words(int came, int went) {
        return new Tally(0, 0, 0, 0, 0, came, went);
    }

    private static Tally came(Line line) {
        return new Tally(1, 0, 0, 0, 0, count(line.words()), 0);
    }

    private static Tally went(Line line) {
        return new Tally(0, 1, 0, 0, 0, 0, count(line.words()));
    }

    private static int count(List<Inline> inlines) {
        return count(Line.of(Role.BODY, 0, "", inlines).words());
    }

    private static int count(String words) {
        return (int) WORD.matcher(words).results().count();
    }

    private Tally plus(Tally other) {
        return new Tally(
                came + other.came,
                went + other.went,
                changed + other.changed,
                moved + other.moved,
                renumbered + other.renumbered,
                wordsCame + other.wordsCame,
                wordsWent + other.wordsWent);
    }
}
