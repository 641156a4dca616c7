package org.danaya.text.redline;

import java.util.List;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;

/** What became of a line or a table. */
public sealed interface Change
        permits Change.Kept,
                Change.Inserted,
                Change.Deleted,
                Change.MovedFrom,
                Change.MovedTo,
                Change.Table {

    /**
     * A line that is in both versions, at the same place among its neighbours. Its number, role,
     * level and part may differ, which the lines themselves say: a number that differs has changed
     * as a whole.
     *
     * @param before the line as it was
     * @param after the line as it is
     * @param pieces its words, in order; those of the former version are those of {@code before},
     *     those of the later version those of {@code after}, runs of one style being joined
     */
    record Kept(Line before, Line after, List<Piece> pieces) implements Change {

        /** Pieces that say both lines' words. */
        public Kept {
            pieces = List.copyOf(pieces);
            if (!Piece.joined(before.inlines()).equals(Piece.before(pieces))
                    || !Piece.joined(after.inlines()).equals(Piece.after(pieces))) {
                throw new IllegalArgumentException("pieces that aren't the lines' words");
            }
        }

        /** A line in which nothing changed. */
        public static Kept same(Line line) {
            return new Kept(
                    line,
                    line,
                    line.inlines().isEmpty() ? List.of() : List.of(new Piece.Same(line.inlines())));
        }
    }

    /**
     * A line or a table that is in the later version only.
     *
     * @param block what is new
     */
    record Inserted(Block block) implements Change {}

    /**
     * A line or a table that is in the former version only.
     *
     * @param block what is gone
     */
    record Deleted(Block block) implements Change {}

    /**
     * Where a line stood that is elsewhere now. Lines in tables and footnotes don't move, tables
     * neither: they are deleted and inserted.
     *
     * @param move by which its two ends know each other
     * @param line the same at both ends
     */
    record MovedFrom(int move, Kept line) implements Change {}

    /**
     * Where a line is that stood elsewhere.
     *
     * @param move by which its two ends know each other
     * @param line the same at both ends
     */
    record MovedTo(int move, Kept line) implements Change {}

    /**
     * A table that is in both versions.
     *
     * @param before the table as it was
     * @param after the table as it is
     * @param rows from top to bottom; those of the former version are those of {@code before},
     *     those of the later version those of {@code after}
     */
    record Table(Grid before, Grid after, List<RowChange> rows) implements Change {

        /** Rows that are those of both tables. */
        public Table {
            rows = List.copyOf(rows);
            if (!before.rows().equals(RowChange.before(rows))
                    || !after.rows().equals(RowChange.after(rows))) {
                throw new IllegalArgumentException("rows that aren't the tables'");
            }
        }
    }
}
