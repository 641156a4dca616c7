package org.danaya.sigma.lint;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the word that was meant. */
final class Spelling {
    /** Words of so many letters are misspelt in two places, shorter ones in one. */
    private static final int LONG = 8;

    private Spelling() {}

    /** The word that differs least, if by a slip or two; null where none is so near. */
    static @Nullable String meant(String written, Collection<String> words) {
        String nearest = null;
        int least = (written.length() < LONG ? 1 : 2) + 1;
        for (String word : words) {
            int slips = slips(written, word);
            if (slips < least) {
                nearest = word;
                least = slips;
            }
        }
        return nearest;
    }

    /**
     * How many letters were left out, added, changed, or changed places with their neighbour
     * (optimal string alignment).
     */
    static int slips(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            for (int k = 0; k <= other.length(); k++) {
                if (i == 0 || k == 0) {
                    row[k] = i + k;
                    continue;
                }
                boolean same = one.charAt(i - 1) == other.charAt(k - 1);
                row[k] = Math.min(last[k - 1] + (same ? 0 : 1), 1 + Math.min(last[k], row[k - 1]));
                if (i > 1
                        && k > 1
                        && one.charAt(i - 1) == other.charAt(k - 2)
                        && one.charAt(i - 2) == other.charAt(k - 1)) {
                    row[k] = Math.min(row[k], before[k - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[other.length()];
    }
}
