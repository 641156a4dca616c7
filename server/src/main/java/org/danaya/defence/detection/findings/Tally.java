package org.danaya.defence.detection.findings;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each of some names was seen; from so many names on, new ones are counted together. */
final class Tally {

    /** A name, and how often it was seen. */
    record Counted(String name, long count) {}

    private static final class Count {
        private long count;
    }

    /** The longest name; what is longer is cut, so that memory is bounded. */
    private static final int LONGEST = 256;

    private final Map<String, Count> counts = new HashMap<>();
    private final int most;
    private long beyond;

    /**
     * Counts so many names.
     *
     * @param most how many
     */
    Tally(int most) {
        this.most = most;
    }

    void add(String name, long times) {
        String key = name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
        Count count = counts.get(key);
        if (count != null) {
            count.count += times;
        } else if (counts.size() < most) {
            counts.computeIfAbsent(key, _ -> new Count()).count = times;
        } else {
            beyond += times;
        }
    }

    long of(String name) {
        Count count = counts.get(name);
        return count == null ? 0 : count.count;
    }

    /** How many names were seen; at least so many where {@link #overflowed}. */
    int names() {
        return counts.size();
    }

    boolean overflowed() {
        return beyond > 0;
    }

    /** The names that were seen most, the most frequent first. */
    List<Counted> top(int howMany) {
        return counts.entrySet().stream()
                .map(entry -> new Counted(entry.getKey(), entry.getValue().count))
                .sorted(
                        Comparator.comparingLong(Counted::count)
                                .reversed()
                                .thenComparing(Counted::name))
                .limit(howMany)
                .toList();
    }

    /** What was counted under none of those names. */
    long others(List<Counted> top) {
        long all = beyond;
        for (Count count : counts.values()) {
            all += count.count;
        }
        return all - top.stream().mapToLong(Counted::count).sum();
    }
}
