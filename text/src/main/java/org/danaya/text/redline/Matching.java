package org.danaya.text.redline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which members of two sequences belong together, in order: a longest common subsequence, found
 * between what is in both sequences once.
 */
final class Matching {

    /** Beyond so many pairs between two members that are in both once, nothing is matched. */
    private static final int PAIRS = 4_000_000;

    private static final int NONE = -1;

    private final int[] before;
    private final int[] after;
    private final int[] partners;

    private Matching(int[] before, int[] after) {
        this.before = before;
        this.after = after;
        this.partners = new int[before.length];
        Arrays.fill(partners, NONE);
    }

    /**
     * For each member of the first sequence the index of its partner in the second, or -1; the
     * partners rise.
     */
    static int[] partners(int[] before, int[] after) {
        Matching matching = new Matching(before, after);
        matching.between(0, before.length, 0, after.length);
        return matching.partners;
    }

    private void between(int from, int to, int first, int last) {
        int low = from;
        int high = to;
        int left = first;
        int right = last;
        while (low < high && left < right && before[low] == after[left]) {
            partners[low++] = left++;
        }
        while (low < high && left < right && before[high - 1] == after[right - 1]) {
            partners[--high] = --right;
        }
        if (low == high || left == right) {
            return;
        }
        int[] anchors = anchors(low, high, left, right);
        if (anchors.length == 0) {
            common(low, high, left, right);
            return;
        }
        for (int anchor : anchors) {
            int partner = partners[anchor];
            between(low, anchor, left, partner);
            low = anchor + 1;
            left = partner + 1;
        }
        between(low, high, left, right);
    }

    /** Members that are in both once, as many as lie in one order; they are matched. */
    private int[] anchors(int from, int to, int first, int last) {
        Map<Integer, int[]> seen = new HashMap<>();
        for (int at = from; at < to; at++) {
            int[] places = seen.computeIfAbsent(before[at], _ -> new int[] {NONE, NONE, 0, 0});
            places[0] = at;
            places[2]++;
        }
        for (int at = first; at < last; at++) {
            int[] places = seen.get(after[at]);
            if (places != null) {
                places[1] = at;
                places[3]++;
            }
        }
        int[][] once =
                seen.values().stream()
                        .filter(places -> places[2] == 1 && places[3] == 1)
                        .sorted((one, other) -> Integer.compare(one[0], other[0]))
                        .toArray(int[][]::new);
        double[] weights = new double[once.length];
        Arrays.fill(weights, 1);
        int[] rising =
                Rising.heaviest(
                        Arrays.stream(once).mapToInt(places -> places[1]).toArray(), weights);
        int[] anchors = new int[rising.length];
        for (int at = 0; at < rising.length; at++) {
            anchors[at] = once[rising[at]][0];
            partners[anchors[at]] = once[rising[at]][1];
        }
        return anchors;
    }

    private void common(int from, int to, int first, int last) {
        int rows = to - from;
        int columns = last - first;
        if ((long) rows * columns > PAIRS) {
            return;
        }
        int[][] longest = new int[rows + 1][columns + 1];
        for (int row = rows - 1; row >= 0; row--) {
            for (int column = columns - 1; column >= 0; column--) {
                longest[row][column] =
                        before[from + row] == after[first + column]
                                ? longest[row + 1][column + 1] + 1
                                : Math.max(longest[row + 1][column], longest[row][column + 1]);
            }
        }
        int row = 0;
        int column = 0;
        while (row < rows && column < columns) {
            if (before[from + row] == after[first + column]) {
                partners[from + row++] = first + column++;
            } else if (longest[row + 1][column] >= longest[row][column + 1]) {
                row++;
            } else {
                column++;
            }
        }
    }
}
