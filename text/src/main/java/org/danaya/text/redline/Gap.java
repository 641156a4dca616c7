package org.danaya.text.redline;

import java.util.ArrayList;
import java.util.List;

/** The best pairs, in order, of what lies between two that are settled. */
final class Gap {

    /** Beyond so many possible pairs none is looked for. */
    private static final long PAIRS = 250_000;

    private Gap() {}

    /** How well two blocks go together; 0 where they don't. */
    @FunctionalInterface
    interface Likeness {
        double of(int at, int there);
    }

    static List<int[]> pairs(int from, int to, int first, int last, Likeness likeness) {
        int rows = to - from;
        int columns = last - first;
        if ((long) rows * columns > PAIRS) {
            return List.of();
        }
        double[][] best = new double[rows + 1][columns + 1];
        double[][] alike = new double[rows][columns];
        for (int row = rows - 1; row >= 0; row--) {
            for (int column = columns - 1; column >= 0; column--) {
                alike[row][column] = likeness.of(from + row, first + column);
                double paired =
                        alike[row][column] > 0 ? alike[row][column] + best[row + 1][column + 1] : 0;
                best[row][column] =
                        Math.max(paired, Math.max(best[row + 1][column], best[row][column + 1]));
            }
        }
        List<int[]> pairs = new ArrayList<>();
        int row = 0;
        int column = 0;
        while (row < rows && column < columns) {
            if (best[row][column] == best[row + 1][column]) {
                row++;
            } else if (best[row][column] == best[row][column + 1]) {
                column++;
            } else {
                pairs.add(new int[] {from + row++, first + column++});
            }
        }
        return pairs;
    }
}
