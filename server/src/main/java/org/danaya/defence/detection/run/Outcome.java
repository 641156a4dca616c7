package org.danaya.defence.detection.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.danaya.sigma.input.Cause;

/** What came of one part of an input. Filled by one thread, then read by another. */
final class Outcome {

    private final List<Hit> hits = new ArrayList<>();
    private final Map<Cause, Long> setAside = new EnumMap<>(Cause.class);
    private int seen;
    private long evaluated;
    private long outside;
    private long undated;

    /** Numbers what comes next. */
    int next() {
        return seen++;
    }

    void evaluated() {
        evaluated++;
    }

    void outside() {
        outside++;
    }

    /** What was evaluated says no time, where one is asked for. */
    void undated() {
        undated++;
    }

    void setAside(Cause cause) {
        setAside.merge(cause, 1L, Long::sum);
    }

    void hit(Hit hit) {
        hits.add(hit);
    }

    List<Hit> hits() {
        return hits;
    }

    Map<Cause, Long> causes() {
        return setAside;
    }

    /** How many events came, with those set aside. */
    int seen() {
        return seen;
    }

    long evaluatedCount() {
        return evaluated;
    }

    long outsideCount() {
        return outside;
    }

    long undatedCount() {
        return undated;
    }
}
