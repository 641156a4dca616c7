package org.danaya.text.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What two people changed in the same lines, put together where they changed different words.
 *
 * <p>Compared line by line, then word by word within lines that both changed. Where both changed
 * the same words in different ways, or the lines are too many to compare ({@link #MOST}), there is
 * no answer: a person decides.
 */
public final class ThreeWay {

    /** Lines, or words, of one times those of the other, of what differs. */
    private static final int MOST = 4_000_000;

    private static final Pattern LINES = Pattern.compile("[^\n]*\n|[^\n]+");
    private static final Pattern WORDS =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]");

    private ThreeWay() {}

    /**
     * Both changes on the same lines; empty where they can't be put together.
     *
     * @param begun from which both began
     */
    public static Optional<String> merged(String begun, String one, String other) {
        return merged(begun + "\n", one + "\n", other + "\n", LINES)
                .map(lines -> lines.substring(0, lines.length() - 1));
    }

    private static Optional<String> merged(String begun, String one, String other, Pattern pieces) {
        List<String> from = pieces(begun, pieces);
        List<String> first = pieces(one, pieces);
        List<String> second = pieces(other, pieces);
        List<Integer> inFirst = places(from, first);
        List<Integer> inSecond = places(from, second);
        if (inFirst.isEmpty() || inSecond.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder merged = new StringBuilder();
        int at = 0;
        int atFirst = 0;
        int atSecond = 0;
        for (int next = 0; next <= from.size(); next++) {
            int toFirst = inFirst.get(next);
            int toSecond = inSecond.get(next);
            if (toFirst < 0 || toSecond < 0) {
                continue;
            }
            Optional<String> between =
                    between(
                            String.join("", from.subList(at, next)),
                            String.join("", first.subList(atFirst, toFirst)),
                            String.join("", second.subList(atSecond, toSecond)),
                            pieces);
            if (between.isEmpty()) {
                return Optional.empty();
            }
            merged.append(between.get());
            if (next < from.size()) {
                merged.append(from.get(next));
            }
            at = next + 1;
            atFirst = toFirst + 1;
            atSecond = toSecond + 1;
        }
        return Optional.of(merged.toString());
    }

    private static Optional<String> between(
            String from, String first, String second, Pattern pieces) {
        if (first.equals(second) || second.equals(from)) {
            return Optional.of(first);
        }
        if (first.equals(from)) {
            return Optional.of(second);
        }
        boolean finer = pieces == LINES && !from.isEmpty();
        return finer ? merged(from, first, second, WORDS) : Optional.empty();
    }

    private static List<String> pieces(String text, Pattern pieces) {
        return pieces.matcher(text).results().map(MatchResult::group).toList();
    }

    /**
     * Where each piece is in the other list, -1 where it isn't, and the end in the end; none where
     * there are too many.
     */
    private static List<Integer> places(List<String> from, List<String> to) {
        int before = 0;
        int most = Math.min(from.size(), to.size());
        while (before < most && from.get(before).equals(to.get(before))) {
            before++;
        }
        int after = 0;
        while (after < most - before
                && from.get(from.size() - 1 - after).equals(to.get(to.size() - 1 - after))) {
            after++;
        }
        int rows = from.size() - before - after;
        int columns = to.size() - before - after;
        if ((long) rows * columns > MOST) {
            return List.of();
        }
        int[][] common = common(from, to, before, rows, columns);
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < before; at++) {
            places.add(at);
        }
        int column = 0;
        for (int row = 0; row < rows; row++) {
            int found = -1;
            while (column < columns && common[row][column] > common[row + 1][column]) {
                if (from.get(before + row).equals(to.get(before + column))) {
                    found = before + column;
                    column++;
                    break;
                }
                column++;
            }
            places.add(found);
        }
        for (int at = 0; at <= after; at++) {
            places.add(to.size() - after + at);
        }
        return places;
    }

    /** How many pieces are common from a row and a column on, at best. */
    private static int[][] common(
            List<String> from, List<String> to, int begin, int rows, int columns) {
        int[][] common = new int[rows + 1][columns + 1];
        for (int row = rows - 1; row >= 0; row--) {
            for (int column = columns - 1; column >= 0; column--) {
                common[row][column] =
                        from.get(begin + row).equals(to.get(begin + column))
                                ? common[row + 1][column + 1] + 1
                                : Math.max(common[row + 1][column], common[row][column + 1]);
            }
        }
        return common;
    }
}
