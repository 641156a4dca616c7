package org.danaya.text.redline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Flow;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;

/** Compares two versions of a text. */
public final class Comparison {

    private Comparison() {}

    /** What became of each line, table, footnote and word. */
    public static Redline compare(Flow before, Flow after) {
        return new Redline(
                after.language(),
                before.title(),
                after.title(),
                blocks(before.blocks(), after.blocks(), true));
    }

    /** What became of lines that don't move. */
    static List<Change> inOrder(List<Line> before, List<Line> after) {
        return blocks(before, after, false);
    }

    private static List<Change> blocks(
            List<? extends Block> before, List<? extends Block> after, boolean moves) {
        Map<String, Integer> words = new HashMap<>();
        Side old = new Side(List.copyOf(before), words);
        Side now = new Side(List.copyOf(after), words);
        Alignment alignment = new Alignment(old, now, words.size());
        return new Writing(old, now, alignment, moves).changes();
    }

    /** Writes what an alignment says as changes, from top to bottom. */
    private static final class Writing {

        private final Side before;
        private final Side after;
        private final Alignment alignment;
        private final boolean[] inOrder;
        private final boolean moves;
        private final Map<Integer, Integer> numbers = new HashMap<>();
        private final List<Change> changes = new ArrayList<>();

        Writing(Side before, Side after, Alignment alignment, boolean moves) {
            this.before = before;
            this.after = after;
            this.alignment = alignment;
            this.moves = moves;
            this.inOrder = new boolean[before.size()];
            Arrays.stream(alignment.chain()).forEach(at -> inOrder[at] = true);
        }

        List<Change> changes() {
            int there = 0;
            for (int at = 0; at < before.size(); at++) {
                if (inOrder[at]) {
                    there = arrived(there, alignment.partner[at]);
                    changes.add(kept(before.blocks.get(at), after.blocks.get(there)));
                    there++;
                } else {
                    left(at);
                }
            }
            arrived(there, after.size());
            return changes;
        }

        private void left(int at) {
            if (moved(at)) {
                int move = numbers.computeIfAbsent(at, _ -> numbers.size() + 1);
                changes.add(new Change.MovedFrom(move, line(at)));
            } else {
                changes.add(new Change.Deleted(before.blocks.get(at)));
            }
        }

        private int arrived(int from, int to) {
            for (int there = from; there < to; there++) {
                int at = alignment.origin[there];
                if (at >= 0 && moved(at)) {
                    int move = numbers.computeIfAbsent(at, _ -> numbers.size() + 1);
                    changes.add(new Change.MovedTo(move, line(at)));
                } else {
                    changes.add(new Change.Inserted(after.blocks.get(there)));
                }
            }
            return to;
        }

        private boolean moved(int at) {
            return moves && alignment.partner[at] >= 0 && !inOrder[at] && !before.grid(at);
        }

        private Change.Kept line(int at) {
            return lines(before.line(at), after.line(alignment.partner[at]));
        }
    }

    private static Change kept(Block before, Block after) {
        return switch (before) {
            case Line line -> lines(line, (Line) after);
            case Grid grid ->
                    new Change.Table(grid, (Grid) after, Rows.changes(grid, (Grid) after));
        };
    }

    static Change.Kept lines(Line before, Line after) {
        return new Change.Kept(
                before, after, WordComparison.pieces(before.inlines(), after.inlines()));
    }
}
