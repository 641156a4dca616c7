package org.danaya.text.redline;

import java.util.Arrays;

/** What of a sequence lies in rising order. */
final class Rising {

    private Rising() {}

    /**
     * The indexes of the heaviest strictly rising subsequence.
     *
     * @param values at least 0, each once
     * @param weights of the values, above 0
     */
    static int[] heaviest(int[] values, double[] weights) {
        int[] ranks = ranks(values);
        double[] best = new double[values.length + 1];
        int[] bestAt = new int[values.length + 1];
        int[] before = new int[values.length];
        int end = -1;
        double most = 0;
        for (int at = 0; at < values.length; at++) {
            double sum = 0;
            int from = -1;
            for (int rank = ranks[at]; rank > 0; rank -= rank & -rank) {
                if (best[rank] > sum) {
                    sum = best[rank];
                    from = bestAt[rank];
                }
            }
            before[at] = from;
            sum += weights[at];
            for (int rank = ranks[at] + 1; rank <= values.length; rank += rank & -rank) {
                if (sum > best[rank]) {
                    best[rank] = sum;
                    bestAt[rank] = at;
                }
            }
            if (sum > most) {
                most = sum;
                end = at;
            }
        }
        int[] rising = new int[values.length];
        int count = 0;
        for (int at = end; at >= 0; at = before[at]) {
            rising[count++] = at;
        }
        int[] inOrder = new int[count];
        for (int at = 0; at < count; at++) {
            inOrder[at] = rising[count - 1 - at];
        }
        return inOrder;
    }

    private static int[] ranks(int[] values) {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] ranks = new int[values.length];
        for (int at = 0; at < values.length; at++) {
            ranks[at] = Arrays.binarySearch(sorted, values[at]);
        }
        return ranks;
    }
}
