package org.danaya.sigma.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Literals found at one end of a text by walking from there: beginnings, or, reversed, endings. The
 * edges lie in one open hash from a node and a byte to a node.
 */
final class Trie {

    private static final int NONE = -1;

    private final boolean reversed;
    private final int[] edges;
    private final int[] targets;
    private final int mask;
    private final int[][] patterns;

    Trie(List<Literal> literals, boolean reversed) {
        this.reversed = reversed;
        int most = 1;
        for (Literal literal : literals) {
            most += literal.bytes().length;
        }
        int size = Integer.highestOneBit(Math.max(8, most) * 2 - 1) * 2;
        edges = new int[size];
        targets = new int[size];
        mask = size - 1;
        Arrays.fill(edges, NONE);
        List<List<Integer>> found = new ArrayList<>();
        found.add(new ArrayList<>());
        for (Literal literal : literals) {
            int node = 0;
            for (int i = 0; i < literal.bytes().length; i++) {
                int b = literal.bytes()[reversed ? literal.bytes().length - 1 - i : i] & 0xff;
                int at = place((node << 8) | b);
                if (edges[at] == NONE) {
                    edges[at] = (node << 8) | b;
                    targets[at] = found.size();
                    found.add(new ArrayList<>());
                }
                node = targets[at];
            }
            found.get(node).add(literal.pattern());
        }
        patterns = new int[found.size()][];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = found.get(i).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** Tells the patterns of the literals at this end of a text. */
    void find(byte[] text, int length, Found found) {
        tell(0, found);
        int node = 0;
        for (int i = 0; i < length; i++) {
            int b = text[reversed ? length - 1 - i : i] & 0xff;
            int at = place((node << 8) | b);
            if (edges[at] == NONE) {
                return;
            }
            node = targets[at];
            tell(node, found);
        }
    }

    private void tell(int node, Found found) {
        for (int pattern : patterns[node]) {
            found.add(pattern);
        }
    }

    private int place(int edge) {
        int at = ((edge * 0x9E37_79B1) >>> 7) & mask;
        while (edges[at] != NONE && edges[at] != edge) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
