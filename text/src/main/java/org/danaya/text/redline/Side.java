package org.danaya.text.redline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.danaya.text.flow.Block;
import org.danaya.text.flow.Grid;
import org.danaya.text.flow.Line;
import org.danaya.text.flow.Role;

/**
 * One version as it is compared: of each block its words as numbers, and the part that it is of.
 */
final class Side {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    final List<Block> blocks;

    /** The words of each block, in order, as numbers that both sides share. */
    final List<int[]> words = new ArrayList<>();

    /** The same, sorted. */
    final List<int[]> sorted = new ArrayList<>();

    /** The block that opens the part around the part that a block opens, or -1. */
    final int[] around;

    /** The block that opens the part that a block is of, or -1. */
    final int[] opener;

    Side(List<Block> blocks, Map<String, Integer> ids) {
        this.blocks = blocks;
        this.around = new int[blocks.size()];
        this.opener = new int[blocks.size()];
        for (Block block : blocks) {
            int[] read =
                    block.lines()
                            .flatMap(
                                    line ->
                                            WORD.matcher(line.text().toLowerCase(Locale.ROOT))
                                                    .results())
                            .mapToInt(found -> ids.computeIfAbsent(found.group(), _ -> ids.size()))
                            .toArray();
            words.add(read);
            int[] ordered = read.clone();
            Arrays.sort(ordered);
            sorted.add(ordered);
        }
        nest();
    }

    int size() {
        return blocks.size();
    }

    Line line(int at) {
        return (Line) blocks.get(at);
    }

    boolean grid(int at) {
        return blocks.get(at) instanceof Grid;
    }

    boolean opens(int at) {
        return blocks.get(at) instanceof Line line
                && (!line.opens().isEmpty() || line.role() == Role.HEADING);
    }

    boolean heading(int at) {
        return blocks.get(at) instanceof Line line && line.role() == Role.HEADING;
    }

    String number(int at) {
        return blocks.get(at) instanceof Line line ? line.number() : "";
    }

    String tag(int at) {
        return blocks.get(at) instanceof Line line ? line.opens() : "table";
    }

    String wId(int at) {
        return blocks.get(at).place().wId();
    }

    /** Whether two blocks could be one in two versions. */
    static boolean alike(Side one, int at, Side other, int there) {
        return one.grid(at) == other.grid(there) && one.heading(at) == other.heading(there);
    }

    /** Which parts lie in which, by the levels of headings and text. */
    private void nest() {
        List<Integer> open = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            if (opens(at)) {
                while (!open.isEmpty() && !below(at, open.getLast())) {
                    open.removeLast();
                }
                around[at] = open.isEmpty() ? -1 : open.getLast();
                open.add(at);
                opener[at] = at;
            } else {
                int level = blocks.get(at) instanceof Line line ? line.level() : 0;
                while (!open.isEmpty()
                        && !heading(open.getLast())
                        && line(open.getLast()).level() > level) {
                    open.removeLast();
                }
                opener[at] = open.isEmpty() ? -1 : open.getLast();
                around[at] = opener[at];
            }
        }
    }

    private boolean below(int at, int top) {
        if (heading(at)) {
            return heading(top) && line(top).level() < line(at).level();
        }
        return heading(top) || line(top).level() < line(at).level();
    }

    /** How often each word is in a block of either side. */
    static double[] rarity(Side one, Side other, int words) {
        int[] blocks = new int[words];
        for (Side side : List.of(one, other)) {
            for (int[] sorted : side.sorted) {
                for (int at = 0; at < sorted.length; at++) {
                    if (at == 0 || sorted[at] != sorted[at - 1]) {
                        blocks[sorted[at]]++;
                    }
                }
            }
        }
        double all = one.size() + other.size();
        double[] rarity = new double[words];
        for (int word = 0; word < words; word++) {
            rarity[word] = 0.2 + Math.log(1 + all / Math.max(1, blocks[word]));
        }
        return rarity;
    }

    /** The blocks of the same words, by those words. */
    Map<List<Integer>, List<Integer>> byWords() {
        Map<List<Integer>, List<Integer>> same = new HashMap<>();
        for (int at = 0; at < size(); at++) {
            same.computeIfAbsent(
                            Arrays.stream(words.get(at)).boxed().toList(), _ -> new ArrayList<>())
                    .add(at);
        }
        return same;
    }
}
