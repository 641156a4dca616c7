package org.danaya.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** Passes over the same events, each of which finds as many matches as the one before it. */
final class Series {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int events;
    private final LongSupplier pass;
    private final LongSupplier processor;
    private final long matches;
    private final List<Took> passes = new ArrayList<>();

    /** Nanoseconds, of processor time and by the clock. */
    private record Took(long processor, long clock) {}

    /** By this thread's processor time. Runs the first pass. */
    Series(int events, LongSupplier pass) {
        this(events, pass, THREADS::getCurrentThreadCpuTime);
    }

    /**
     * Runs the first pass.
     *
     * @param processor the processor time until now, in nanoseconds
     */
    Series(int events, LongSupplier pass, LongSupplier processor) {
        this.events = events;
        this.pass = pass;
        this.processor = processor;
        matches = pass.getAsLong();
    }

    long matches() {
        return matches;
    }

    /** Runs one pass. */
    void run(boolean counts) {
        long before = processor.getAsLong();
        long clock = System.nanoTime();
        long found = pass.getAsLong();
        Took took = new Took(processor.getAsLong() - before, System.nanoTime() - clock);
        if (found != matches) {
            throw new IllegalStateException(found + " matches, not " + matches);
        }
        if (counts) {
            passes.add(took);
        }
    }

    /**
     * Runs all in turns: what the machine does meanwhile it does to all.
     *
     * @param warm seconds that don't count
     */
    static void run(List<Series> all, int warm, int passes) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < warm * 1_000_000_000L) {
            all.forEach(series -> series.run(false));
        }
        for (int i = 0; i < passes; i++) {
            all.forEach(series -> series.run(true));
        }
    }

    /** The best and the median by processor time. */
    String byProcessor() {
        return told(Took::processor);
    }

    /** The best and the median by the clock. */
    String byClock() {
        return told(Took::clock);
    }

    /** How many times as fast as the other one the best pass was, by processor time. */
    double ratioByProcessor(Series other) {
        return perSecond(Took::processor, 0) / other.perSecond(Took::processor, 0);
    }

    /** How many times as fast as the other one the best pass was, by the clock. */
    double ratioByClock(Series other) {
        return perSecond(Took::clock, 0) / other.perSecond(Took::clock, 0);
    }

    private String told(ToLongFunction<Took> time) {
        return "%,.0f/s best, %,.0f/s median"
                .formatted(perSecond(time, 0), perSecond(time, passes.size() / 2));
    }

    private double perSecond(ToLongFunction<Took> time, int rank) {
        long[] sorted = passes.stream().mapToLong(time).sorted().toArray();
        return events * 1e9 / sorted[rank];
    }
}
