package org.danaya.bench;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.danaya.sigma.correlate.Correlated;
import org.danaya.sigma.correlate.CorrelationSink;
import org.danaya.sigma.correlate.Correlations;
import org.danaya.sigma.correlate.Correlator;
import org.danaya.sigma.correlate.Limits;
import org.danaya.sigma.rule.Correlation;
import org.danaya.sigma.rule.RuleReader;
import org.danaya.sigma.rule.RuleSet;

/**
 * Correlations: hits a second on one thread while a million groups live, and the heap that they
 * take. Each hit is of a random one of so many users, a millisecond after the one before it; the
 * time span is as long as makes two in three of the users live. One hit in ten comes up to a second
 * late.
 *
 * <p>Argument: how many groups shall live (1,000,000 where absent). Goals for {@code event_count}:
 * 1,000,000 hits/s, 250 MB. Timed by the thread's processor time; the heap after a collection.
 */
public final class CorrelationBench {
    private static final long MILLISECOND = 1_000_000;
    private static final int NUMBERS = 10_000;
    private static final int ROUNDS = 2;

    private final int users;
    private final int hits;
    private final byte[] name = "user0000000".getBytes(StandardCharsets.US_ASCII);
    private long random = 42;

    private CorrelationBench(int groups) {
        users = groups * 3 / 2;
        hits = groups * 2;
    }

    /** Measures and prints. */
    public static void main(String[] arguments) {
        int groups = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        var bench = new CorrelationBench(groups);
        bench.measure("event_count", "{gte: 5}", false);
        bench.measure("value_count", "{field: n, gte: 5}", false);
        bench.measure("value_sum", "{field: n, gt: 40000}", false);
        bench.measure("value_median", "{field: n, gt: 9000}", false);
        bench.measure("temporal_ordered", "{gte: 2}", false);
        bench.measure("value_median", "{field: n, gt: 9000}", true);
    }

    private void measure(String type, String condition, boolean together) {
        String span = (users * 11L / 10 / 1_000) + "s";
        String yaml =
                """
                name: a
                detection: {s: {kind: a}, condition: s}
                ---
                name: b
                detection: {s: {kind: b}, condition: s}
                ---
                correlation:
                    type: %s
                    rules: [a, b]
                    group-by: [user]
                    timespan: %s
                    condition: %s
                """
                        .formatted(type, span, condition);
        RuleSet set =
                RuleSet.of(new RuleReader().read("bench", yaml.getBytes(StandardCharsets.UTF_8)));
        long before = heap();
        var sink = new Counted();
        var correlator =
                new Correlator(Correlations.of(set), Limits.of(Duration.ofSeconds(1)), sink);
        var threads = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < ROUNDS; round++) {
            long cpu = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < hits; i++) {
                accept(correlator, (long) round * hits + i, together);
            }
            long used = threads.getCurrentThreadCpuTime() - cpu;
            System.out.printf(
                    "%s, %,d groups, %,d hits in windows: %,.0f hits/s, %,d found, %,d evicted%n",
                    type,
                    correlator.groups(),
                    correlator.hits(),
                    hits * 1e9 / used,
                    sink.found,
                    correlator.evicted());
        }
        System.out.printf("    heap %,d MB%n", (heap() - before) >> 20);
        correlator.flush();
    }

    private void accept(Correlator correlator, long number, boolean together) {
        random = (random * 0x5851_F42D_4C95_7F2DL) + 0x1405_7B7E_F767_814FL;
        int rule = (int) (random >>> 63);
        int user = together ? 0 : (int) ((random >>> 33) % users);
        int value = (int) ((random >>> 20) % NUMBERS);
        long late = (random >>> 50) % 10 == 0 ? (random >>> 40) % 1_000 : 0;
        correlator.accept(
                rule,
                (number - late) * MILLISECOND,
                number,
                field -> field.equals("user") ? name(user) : Integer.toString(value));
    }

    /** As whoever reads an event makes it: from bytes that are at hand. */
    private String name(int user) {
        int rest = user;
        for (int i = name.length - 1; i > 3; i--) {
            name[i] = (byte) ('0' + (rest % 10));
            rest /= 10;
        }
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static final class Counted implements CorrelationSink {
        private long found;

        @Override
        public void found(Correlated correlated) {
            found++;
        }

        @Override
        public void late(int rule, long time, long place) {
            throw new IllegalStateException("nothing comes so late");
        }

        @Override
        public void evicted(Correlation correlation) {
            throw new IllegalStateException("there is room");
        }
    }
}
