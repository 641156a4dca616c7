package org.danaya.text.redline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;

/** What became of the rows of a table. */
final class Rows {

    /** Rows that share less of their words than this are not the same. */
    private static final double ALIKE = 0.3;

    private Rows() {}

    static List<RowChange> changes(Grid before, Grid after) {
        Map<String, Integer> ids = new HashMap<>();
        List<Side> old = before.rows().stream().map(row -> side(row, ids)).toList();
        List<Side> now = after.rows().stream().map(row -> side(row, ids)).toList();
        List<int[]> pairs =
                Gap.pairs(
                        0,
                        old.size(),
                        0,
                        now.size(),
                        (at, there) ->
                                fits(before.rows().get(at), after.rows().get(there))
                                        ? alike(old.get(at), now.get(there))
                                        : 0);
        List<RowChange> changes = new ArrayList<>();
        int at = 0;
        int there = 0;
        for (int[] pair : pairs) {
            gone(before, at, pair[0], changes);
            come(after, there, pair[1], changes);
            changes.add(kept(before.rows().get(pair[0]), after.rows().get(pair[1])));
            at = pair[0] + 1;
            there = pair[1] + 1;
        }
        gone(before, at, before.rows().size(), changes);
        come(after, there, after.rows().size(), changes);
        return changes;
    }

    private static void gone(Grid before, int from, int to, List<RowChange> changes) {
        before.rows().subList(from, to).forEach(row -> changes.add(new RowChange.Deleted(row)));
    }

    private static void come(Grid after, int from, int to, List<RowChange> changes) {
        after.rows().subList(from, to).forEach(row -> changes.add(new RowChange.Inserted(row)));
    }

    private static RowChange kept(Grid.Row before, Grid.Row after) {
        return new RowChange.Kept(
                before,
                after,
                IntStream.range(0, before.cells().size())
                        .mapToObj(
                                cell ->
                                        Comparison.inOrder(
                                                before.cells().get(cell).lines(),
                                                after.cells().get(cell).lines()))
                        .toList());
    }

    /** As many cells, of which each takes as many columns. */
    private static boolean fits(Grid.Row before, Grid.Row after) {
        return before.cells().stream()
                .map(Grid.Cell::columns)
                .toList()
                .equals(after.cells().stream().map(Grid.Cell::columns).toList());
    }

    private static Side side(Grid.Row row, Map<String, Integer> ids) {
        List<Line> lines = row.cells().stream().flatMap(cell -> cell.lines().stream()).toList();
        return new Side(List.copyOf(lines), ids);
    }

    private static double alike(Side one, Side other) {
        int[] here = one.sorted.stream().flatMapToInt(IntStream::of).sorted().toArray();
        int[] there = other.sorted.stream().flatMapToInt(IntStream::of).sorted().toArray();
        int both = 0;
        int left = 0;
        int right = 0;
        while (left < here.length && right < there.length) {
            int order = Integer.compare(here[left], there[right]);
            both += order == 0 ? 1 : 0;
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }
        int all = here.length + there.length;
        double alike = all == 0 ? 1 : 2.0 * both / all;
        return alike >= ALIKE ? alike : 0;
    }
}
