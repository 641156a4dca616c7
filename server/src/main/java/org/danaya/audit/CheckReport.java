package org.danaya.audit;

import java.util.List;

/**
 * What recomputing the journal found.
 *
 * @param head the last position and its hash
 * @param waiting entries that aren't chained yet
 * @param erased entries whose address was erased
 * @param anchors how many anchors were compared
 * @param findings the first of what is wrong, at most {@link #MOST}; empty where all is well
 */
public record CheckReport(
        Head head, long waiting, long erased, long anchors, List<Finding> findings) {

    /** How many findings are named. */
    public static final int MOST = 50;

    /** Whether nothing is wrong. */
    public boolean sound() {
        return findings.isEmpty();
    }
}
